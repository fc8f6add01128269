using System;
using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>What the members of a heap are made of, in the order in which they stand in its file.</summary>
internal static class HeapSurfaces
{
    /// <summary>All parts. Which of them a heap has is told by its shape and its options alone.</summary>
    public static IReadOnlyList<Part> All { get; } =
    [
        new(ConstantsSurface.Write),
        new(StorageSurface.WriteFields),
        new(StateSurface.Write),
        new(BlocksSurface.Write),
        new(SpansSurface.Write),
        new(TypedSurface.Write),
        new(AddressesSurface.Write) { Applies = static (_, spec) => spec.Options.IsFixed },
        new(WalkSurface.Write) { Applies = static (shape, _) => shape.KnowsLiveBlocks },
        new(CopySurface.Write) { Applies = static (_, spec) => !spec.Options.IsStatic },
        new(static context => context.Code.WriteMembers?.Invoke(context)),
        new(VerifySurface.Write) { Applies = static (shape, _) => shape.Faults != FaultFinding.None },
        new(RecoverySurface.Write) { Applies = static (shape, spec) => shape.Recovers(spec) },
        new(AllocatorSurface.Write),
        new(WriteState),
        new(StorageSurface.WriteTypes),
    ];

    /// <summary>Writes those that a heap has.</summary>
    public static void Write(SurfaceContext context)
    {
        foreach (Part part in All)
        {
            if (part.Applies(context.Shape, context.Spec)) part.Write(context);
        }
    }

    private static void WriteState(SurfaceContext context)
    {
        context.Writer.Write("");
        context.Code.WriteState(context.Writer);
    }

    /// <summary>A part of the members.</summary>
    internal sealed record Part(Action<SurfaceContext> Write)
    {
        /// <summary>Whether a heap of this shape and with these options has it.</summary>
        public Func<HeapShape, HeapSpec, bool> Applies { get; init; } = static (_, _) => true;
    }
}

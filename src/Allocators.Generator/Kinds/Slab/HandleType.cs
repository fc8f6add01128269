using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Writes the type of a slab's handles.</summary>
internal static class HandleType
{
    public static void Write(SurfaceContext context, SlabSpec spec)
    {
        string slotOf = spec.HandleBits == 16 ? "_value & SlotMask" : "(int)(_value & SlotMask)";
        string generation = spec.HandleBits > 32 ? "(uint)(_value >> SlotBits)" : $"{(spec.HandleBits == 16 ? "(uint)" : "")}_value >> SlotBits";
        string value = spec.HandleBits switch
        {
            16 => "unchecked((ushort)(generation << SlotBits | (uint)slot))",
            32 => "generation << SlotBits | (uint)slot",
            _ => "(ulong)generation << SlotBits | (uint)slot",
        };
        context.Writer.WriteNext($$"""
            /// <summary>A use of a slot: {{spec.HandleBits}} bits, of which the lowest {{spec.SlotBits}} are the slot. <c>default</c> is never valid.</summary>
            public readonly struct Handle : global::System.IEquatable<Handle>
            {
                private const {{(spec.HandleBits > 32 ? "ulong" : "int")}} SlotMask = {{(spec.HandleBits > 32 ? "(1UL << SlotBits) - 1" : "(1 << SlotBits) - 1")}};

                private readonly {{spec.HandleType}} _value;

                internal Handle(int slot, uint generation) => _value = {{value}};

                /// <summary>The number of the slot, from 0 on.</summary>
                public int Slot => {{slotOf}};

                /// <summary>Which use of the slot this is: 1 is the first, 3 the second. Even numbers are between uses.</summary>
                public uint Generation => {{generation}};

                /// <summary>Whether two handles name the same use of the same slot.</summary>
                public static bool operator ==(Handle left, Handle right) => left._value == right._value;

                /// <summary>Whether two handles differ in slot or generation.</summary>
                public static bool operator !=(Handle left, Handle right) => left._value != right._value;

                /// <summary>The same use of a slot, without saying of which slab.</summary>
                public static implicit operator global::Allocators.Handle(Handle handle) => new global::Allocators.Handle(handle.Slot, handle.Generation);

                /// <summary>Makes <c>default</c> a handle where a block could be meant as well, and says what to do with a handle where only a block can.</summary>
                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                [global::System.Obsolete("A handle is no block. BlockOf gives the block of a valid handle.", true)]
                public static implicit operator global::Allocators.Block(Handle handle) => default;

                /// <summary>Takes a handle as one of this slab.</summary>
                /// <exception cref="global::System.ArgumentOutOfRangeException">This slab cannot have such a handle.</exception>
                public static explicit operator Handle(global::Allocators.Handle handle)
                {
                    if (!global::Allocators.Check.IsInside(handle.Slot, Slots) || handle.Generation > LastGeneration) global::Allocators.ThrowHelper.NotAHandleOf({{context.NameOf}}, handle);
                    return new Handle(handle.Slot, handle.Generation);
                }

                /// <inheritdoc/>
                public bool Equals(Handle other) => _value == other._value;

                /// <inheritdoc/>
                public override bool Equals(object? obj) => obj is Handle other && Equals(other);

                /// <inheritdoc/>
                public override int GetHashCode() => _value.GetHashCode();

                /// <summary>The slot and the generation, such as <c>slot 3, generation 5</c>.</summary>
                public override string ToString() => ((global::Allocators.Handle)this).ToString();
            }
            """);
    }
}

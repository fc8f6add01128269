using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Allocators.Generator.Tests.Usage.Oracle;

/// <summary>Finds in compiled code what puts the value of a variable on the stack: that is a copy, whatever is done with it.</summary>
/// <param name="isMarked">Whether a type must not be copied.</param>
internal sealed class CopiesInIl(Func<TypeReference, bool> isMarked)
{
    /// <summary>All copies in a module that was compiled with debug information and without optimisation.</summary>
    public IEnumerable<CopyInIl> In(ModuleDefinition module) =>
        module.GetAllTypes().SelectMany(static type => type.Methods).Where(static method => method.HasBody).SelectMany(In);

    private IEnumerable<CopyInIl> In(MethodDefinition method)
    {
        SequencePoint? point = null;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (method.DebugInformation.GetSequencePoint(instruction) is { IsHidden: false } next) point = next;
            if (CopiedBy(instruction, method) is { } type && isMarked(type)) yield return new(point, instruction.ToString(), ExcuseFor(instruction, method));
        }
    }

    /// <summary>The type of the variable whose value an instruction puts on the stack; null where it does not, or where the value is new.</summary>
    private static TypeReference? CopiedBy(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => (TypeReference)instruction.Operand,
        Code.Ldsfld => TypeOf((FieldReference)instruction.Operand),
        Code.Ldfld => IsNew(instruction.Previous, method) ? null : TypeOf((FieldReference)instruction.Operand),
        Code.Dup => PushedBy(instruction.Previous, method),
        Code.Call or Code.Callvirt => GivenBy((MethodReference)instruction.Operand),
        _ => NamedVariable(instruction, method),
    };

    /// <summary>Locals without a name are the compiler's: what is in them was new, or was counted when it was put there.</summary>
    private static TypeReference? NamedVariable(Instruction instruction, MethodDefinition method)
    {
        if (LocalOf(instruction, method) is { } local) return method.DebugInformation.TryGetName(local, out _) ? local.VariableType : null;
        return ParameterOf(instruction, method)?.ParameterType;
    }

    /// <summary>Whether what lies on the stack came from a call, and is a value and no reference.</summary>
    private static bool IsNew(Instruction? previous, MethodDefinition method) =>
        previous?.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj && PushedBy(previous, method) is { IsValueType: true };

    private static TypeReference? PushedBy(Instruction? instruction, MethodDefinition method) => instruction?.OpCode.Code switch
    {
        Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => (TypeReference)instruction.Operand,
        Code.Ldsfld or Code.Ldfld => TypeOf((FieldReference)instruction.Operand),
        Code.Newobj => ((MethodReference)instruction.Operand).DeclaringType,
        Code.Call or Code.Callvirt => ReturnTypeOf((MethodReference)instruction.Operand),
        _ => instruction is null ? null : LocalOf(instruction, method)?.VariableType ?? ParameterOf(instruction, method)?.ParameterType,
    };

    /// <summary>A property of a collection gives a copy of what it has.</summary>
    private static TypeReference? GivenBy(MethodReference called) =>
        (called.Name.StartsWith("get_", StringComparison.Ordinal) || called.Name == "GetValueOrDefault") && called.ReturnType.ContainsGenericParameter ? ReturnTypeOf(called) : null;

    private static TypeReference TypeOf(FieldReference field) => Substitute(field.FieldType, field.DeclaringType, null);

    private static TypeReference ReturnTypeOf(MethodReference called) => Substitute(called.ReturnType, called.DeclaringType, called as GenericInstanceMethod);

    private static TypeReference Substitute(TypeReference type, TypeReference declaring, GenericInstanceMethod? method) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter when declaring is GenericInstanceType instance => instance.GenericArguments[parameter.Position],
        GenericParameter { Type: GenericParameterType.Method } parameter when method is not null => method.GenericArguments[parameter.Position],
        GenericInstanceType instance => Construct(instance, [.. instance.GenericArguments.Select(argument => Substitute(argument, declaring, method))]),
        _ => type,
    };

    private static GenericInstanceType Construct(GenericInstanceType type, TypeReference[] arguments)
    {
        GenericInstanceType constructed = new(type.ElementType);
        foreach (TypeReference argument in arguments) constructed.GenericArguments.Add(argument);
        return constructed;
    }

    private static Excuse? ExcuseFor(Instruction instruction, MethodDefinition method)
    {
        if (IsWrittenByCompiler(method)) return Excuse.WrittenByCompiler;
        if (instruction.OpCode.Code == Code.Unbox_Any) return Excuse.Unboxed;

        Instruction next = instruction.Next;
        if (next.OpCode.Code == Code.Ldfld && instruction.OpCode.Code is not (Code.Call or Code.Callvirt)) return Excuse.ReadOnly;
        if (instruction.Operand is FieldReference field && field.Resolve() is { IsInitOnly: true } written && !written.Name.StartsWith('<') && IsCalledOn(next, method)) return Excuse.SaidAtDeclaration;

        bool isOwn = LocalOf(instruction, method) is not null || ParameterOf(instruction, method) is not null;
        if (isOwn && IsReturned(next, method)) return Excuse.EndsWithMethod;
        if (ParameterOf(instruction, method) is not null && next is { OpCode.Code: Code.Stfld, Operand: FieldReference keeper } && IsMarkedAsCompilers(keeper.DeclaringType.Resolve())) return Excuse.Captured;
        return next.OpCode.Code == Code.Pop ? Excuse.Discarded : null;
    }

    /// <summary>Whether what is on the stack goes into a variable of the compiler's, so that a member can be called on it.</summary>
    private static bool IsCalledOn(Instruction next, MethodDefinition method) =>
        LocalStoredBy(next, method) is { } copy && !method.DebugInformation.TryGetName(copy, out _) && next.Next is { OpCode.Code: Code.Ldloca or Code.Ldloca_S };

    /// <summary>Whether what is on the stack goes, through variables of the compiler's, to the end of the method.</summary>
    private static bool IsReturned(Instruction? next, MethodDefinition method)
    {
        while (next is not null && next.OpCode.Code != Code.Ret)
        {
            if (LocalStoredBy(next, method) is not { } stored || method.DebugInformation.TryGetName(stored, out _)) return false;

            // Behind the arms of a switch, a branch is always taken.
            next = next.Next;
            while (next is { OpCode.Code: Code.Br or Code.Br_S or Code.Brtrue or Code.Brtrue_S or Code.Nop or Code.Ldc_I4_1 }) next = next.Operand as Instruction ?? next.Next;
            if (next is null || LocalOf(next, method) != stored) return false;

            next = next.Next;
        }

        return next is not null;
    }

    /// <summary>Lambdas and local functions are marked as the compiler's methods, too.</summary>
    private static bool IsWrittenByCompiler(MethodDefinition method) =>
        !method.DebugInformation.HasSequencePoints
        || (IsMarkedAsCompilers(method) && !method.Name.Contains(">b__", StringComparison.Ordinal) && !method.Name.Contains(">g__", StringComparison.Ordinal));

    private static bool IsMarkedAsCompilers(ICustomAttributeProvider? member) =>
        member is not null && member.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static VariableDefinition? LocalOf(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0],
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    private static VariableDefinition? LocalStoredBy(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        >= Code.Stloc_0 and <= Code.Stloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Stloc_0],
        Code.Stloc or Code.Stloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    private static ParameterDefinition? ParameterOf(Instruction instruction, MethodDefinition method)
    {
        switch (instruction.OpCode.Code)
        {
            case >= Code.Ldarg_0 and <= Code.Ldarg_3:
                int index = instruction.OpCode.Code - Code.Ldarg_0 - (method.HasThis ? 1 : 0);
                return index < 0 ? null : method.Parameters[index];
            case Code.Ldarg or Code.Ldarg_S:
                ParameterDefinition parameter = (ParameterDefinition)instruction.Operand;
                return parameter == method.Body.ThisParameter ? null : parameter;
            default:
                return null;
        }
    }
}

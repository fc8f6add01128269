using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>What becomes of the value of a variable, told by what is around it: a reference to it, or a copy.</summary>
/// <param name="Descriptor">How that is called.</param>
/// <param name="Into">What it is copied into, where that has a name.</param>
internal sealed record Copy(DiagnosticDescriptor Descriptor, string Into = "")
{
    /// <summary>The copy that is made of a variable; null where there is none, or where it is not known.</summary>
    public static Copy? Of(IOperation variable) => variable.Parent switch
    {
        _ when variable is ISimpleAssignmentOperation && IsReceiver(variable) => new(UsageDescriptors.Assigned),

        // What looks through.
        IParenthesizedOperation parenthesized => Of(parenthesized),
        IConversionOperation { Conversion.IsIdentity: true } conversion => IsReceiver(conversion) ? new(UsageDescriptors.Assigned) : Of(conversion),

        // What may become a value of its own, but is returned.
        _ when IsMovedOut(variable) => null,

        IConversionOperation conversion => OfConversion(conversion),
        IArgumentOperation { Parameter: { } parameter } => OfParameter(parameter),
        IInterpolationOperation => new(UsageDescriptors.PassedByValue),
        IBinaryOperation { OperatorMethod: { } method } operation => OfParameter(method.Parameters[operation.LeftOperand == variable ? 0 : 1]),
        ICompoundAssignmentOperation { OperatorMethod: { IsStatic: false } method } operation => operation.Target == variable ? null : OfParameter(method.Parameters[0]),
        ICompoundAssignmentOperation { OperatorMethod: { } method } operation => OfParameter(method.Parameters[operation.Target == variable ? 0 : 1]),
        IIncrementOrDecrementOperation { OperatorMethod: { IsStatic: true } method } => OfParameter(method.Parameters[0]),
        IUnaryOperation { OperatorMethod: { } method } => OfParameter(method.Parameters[0]),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } => new(UsageDescriptors.Assigned),
        IVariableInitializerOperation => null,
        IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } when fields[0].RefKind != RefKind.None => null,
        ISymbolInitializerOperation => new(UsageDescriptors.Assigned),
        ISimpleAssignmentOperation { IsRef: false, Target: not IDiscardOperation } assignment when assignment.Value == variable => new(UsageDescriptors.Assigned),
        IReturnOperation returned => OfReturn(variable, returned),
        IArrayInitializerOperation or { Kind: NewerOperations.CollectionExpression } or { Kind: OperationKind.None, Syntax: InitializerExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => new(UsageDescriptors.Assigned),
        IDeconstructionAssignmentOperation deconstruction when deconstruction.Value == variable && variable.Type is { IsTupleType: true } => new(UsageDescriptors.Assigned),
        IConditionalAccessOperation access => OfConditionalAccess(variable, access),
        ICoalesceOperation => new(UsageDescriptors.Assigned),
        IUsingOperation => new(UsageDescriptors.Assigned),
        IPropertySubpatternOperation => new(UsageDescriptors.Wrapped, "a pattern"),
        ITupleOperation { Parent: not IDeconstructionAssignmentOperation } => new(UsageDescriptors.Wrapped, "a tuple"),
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple when deconstruction.Value == tuple => new(UsageDescriptors.Wrapped, "a tuple"),
        IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => new(UsageDescriptors.Wrapped, "a pattern"),
        IWithOperation => new(UsageDescriptors.Assigned),
        IConditionalOperation { IsRef: false } conditional when conditional.Condition != variable => new(UsageDescriptors.Assigned),
        ISwitchExpressionArmOperation => new(UsageDescriptors.Assigned),
        IMethodReferenceOperation { Parent: IDelegateCreationOperation made } => new(UsageDescriptors.Boxed, made.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "Delegate"),
        IInvocationOperation { TargetMethod: { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class or TypeKind.Interface } boxed } } call when call.Instance == variable => new(UsageDescriptors.Boxed, boxed.Name),
        _ => null,
    };

    private static Copy? OfConversion(IConversionOperation conversion) => conversion switch
    {
        // A conversion of the user's own takes its operand as it says itself.
        { OperatorMethod: { } method } => OfParameter(method.Parameters[0]),
        { Operand.Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Type.IsValueType: true } => new(UsageDescriptors.Assigned),
        { Type: { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } type } => new(UsageDescriptors.Wrapped, $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'"),
        { Type: { IsReferenceType: true } type } => new(UsageDescriptors.Boxed, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)),
        _ => null,
    };

    /// <summary><c>a?.Heap</c> is a value of its own, and <c>maybe?.Alloc(1)</c> is called on one.</summary>
    private static Copy? OfConditionalAccess(IOperation variable, IConditionalAccessOperation access) =>
        access.WhenNotNull == variable || variable.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            ? new(UsageDescriptors.Wrapped, $"'{(access.WhenNotNull == variable ? access.Type : variable.Type)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'")
            : null;

    /// <summary>Whether a member is called on the value of an expression that is no variable: the compiler makes one for the call.</summary>
    private static bool IsReceiver(IOperation value) =>
        !value.IsImplicit && value.Parent switch
        {
            IInvocationOperation call => call.Instance == value,
            IPropertyReferenceOperation property => property.Instance == value,
            _ => false,
        };

    /// <summary>Whether what ends with its function is returned, as one of some.</summary>
    private static bool IsMovedOut(IOperation variable)
    {
        if (variable.Parent is not (IConditionalOperation { IsRef: false } or ISwitchExpressionArmOperation)) return false;

        IOperation value = variable.Parent;
        while (value is IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IParenthesizedOperation or IConversionOperation { Conversion.IsIdentity: true } && value.Parent is { } parent) value = parent;
        return value is IReturnOperation { Kind: OperationKind.Return } && Variables.EndsWithMethod(variable);
    }

    private static Copy? OfParameter(IParameterSymbol parameter) => parameter.RefKind == RefKind.None ? new(UsageDescriptors.PassedByValue) : null;

    private static Copy? OfReturn(IOperation variable, IReturnOperation returned)
    {
        IMethodSymbol? function = Places.FunctionAround(returned);
        bool isRef = function is { RefKind: not RefKind.None };
        if (isRef || (returned.Kind == OperationKind.Return && Variables.EndsWithMethod(variable))) return null;

        bool canReturnReference = returned.Kind == OperationKind.Return
            && function is { IsAsync: false, MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.LocalFunction }
            && !IsInStruct(variable);
        return new(UsageDescriptors.ReturnedByValue, canReturnReference ? $"return 'ref {variable.Syntax}'" : "let whoever needs the heap take it by 'ref'");
    }

    /// <summary>Whether a variable is, or lies in, the struct that a member is of: no reference to that leaves the member.</summary>
    private static bool IsInStruct(IOperation variable) => variable switch
    {
        IInstanceReferenceOperation { Type: var type } => type is { IsValueType: true },
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => IsInStruct(instance),
        _ => false,
    };
}

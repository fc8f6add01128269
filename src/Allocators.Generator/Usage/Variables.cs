using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>What is a place in memory, and what may be changed there.</summary>
internal static class Variables
{
    /// <summary>Whether an operation names a place, whose value is copied by who takes it. Whatever else has a value has a new one.</summary>
    public static bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => !local.IsDeclaration,
        IParameterReferenceOperation or IArrayElementReferenceOperation => true,

        // A part of a new value is new.
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => IsVariable(instance),
        IFieldReferenceOperation => true,
        IInstanceReferenceOperation instance => instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance,
        IPropertyReferenceOperation property => property.Property.RefKind != RefKind.None,
        IInvocationOperation invocation => invocation.TargetMethod.RefKind != RefKind.None,

        // The value of 'a = b' is that of a.
        ISimpleAssignmentOperation { IsRef: false } => true,

        { Kind: NewerOperations.InlineArrayAccess } => true,

        // What a pointer leads to has no kind of its own.
        { Kind: OperationKind.None, Syntax: var syntax } => IsThroughPointer(syntax),
        _ => false,
    };

    /// <summary><c>*p</c>, <c>p[i]</c>, and the <c>p</c> of <c>p->Field</c>.</summary>
    private static bool IsThroughPointer(SyntaxNode syntax) =>
        syntax.IsKind(SyntaxKind.PointerIndirectionExpression)
        || syntax.IsKind(SyntaxKind.ElementAccessExpression)
        || syntax.IsKind(SyntaxKind.PointerMemberAccessExpression)
        || (syntax.Parent is MemberAccessExpressionSyntax member && member.IsKind(SyntaxKind.PointerMemberAccessExpression) && member.Expression == syntax);

    /// <summary>Whether the heap ends with the method that has it: what is returned is the heap itself, and nobody has the other.</summary>
    public static bool EndsWithMethod(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, IsStatic: false } local } => !Places.IsTakenAlong(local, operation),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => !Places.IsTakenAlong(parameter, operation),
        _ => false,
    };

    /// <summary>
    /// Whether a call that changes the value would be made on a copy, because nothing may be changed there. Of the variable of a <c>foreach</c> it is
    /// said where it is declared.
    /// </summary>
    public static bool IsReadOnly(IOperation operation, ISymbol around) => operation switch
    {
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => IsReadOnlyField(parameter, around),
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind is not (RefKind.Ref or RefKind.Out),
        ILocalReferenceOperation local => local.Local.RefKind is not (RefKind.None or RefKind.Ref),
        IPropertyReferenceOperation property => property.Property.RefKind == RefKind.RefReadOnly,
        IInvocationOperation invocation => invocation.TargetMethod.RefKind == RefKind.RefReadOnly,
        IInstanceReferenceOperation => around is IMethodSymbol { IsReadOnly: true },
        { Kind: NewerOperations.InlineArrayAccess } => operation.ChildOperations.FirstOrDefault() is { } array && IsReadOnly(array, around),
        IFieldReferenceOperation { Field.RefKind: not RefKind.None } reference => reference.Field.RefKind != RefKind.Ref,
        IFieldReferenceOperation { Field: var field, Instance: var instance } =>
            (field.IsReadOnly && !IsBeingMade(field, instance, around)) || (instance is { Type.IsValueType: true } && IsReadOnly(instance, around)),
        _ => false,
    };

    /// <summary>Whether nothing of its own is changed by a member, or the compiler believes so.</summary>
    public static bool ChangesNothing(IOperation member) => member switch
    {
        IInvocationOperation { TargetMethod: var method } => method.IsStatic || method.IsReadOnly || method.ContainingType.IsReadOnly || method.ContainingType.IsReferenceType,
        IPropertyReferenceOperation { Property: var property } => property.IsStatic || property.ContainingType.IsReadOnly || (property.GetMethod is { IsReadOnly: true } && !IsAssigned(member)),
        _ => true,
    };

    private static bool IsAssigned(IOperation operation) => operation.Parent is IAssignmentOperation assignment && assignment.Target == operation && !assignment.Type.IsRefLike();

    /// <summary>A parameter of the type itself is a field, which is readonly where the struct is, or the member.</summary>
    private static bool IsReadOnlyField(IParameterSymbol parameter, ISymbol around) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Struct } type } constructor
        && around is IMethodSymbol member
        && !SymbolEqualityComparer.Default.Equals(constructor, member)
        && SymbolEqualityComparer.Default.Equals(type, member.ContainingType)
        && (type.IsReadOnly || member.IsReadOnly);

    /// <summary>A constructor may change the readonly fields of what it makes.</summary>
    private static bool IsBeingMade(IFieldSymbol field, IOperation? instance, ISymbol around) =>
        around is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor
        && constructor.IsStatic == field.IsStatic
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, field.ContainingType)
        && instance is null or IInstanceReferenceOperation;

    private static bool IsRefLike(this ITypeSymbol? type) => type is { IsRefLikeType: true };
}

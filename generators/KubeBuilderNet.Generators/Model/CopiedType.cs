using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>How a copy of a type begins, before the members that need copying are replaced.</summary>
internal enum CopyStart
{
    /// <summary>Records and structs: <c>this with { … }</c>.</summary>
    With,

    /// <summary>Partial classes: a member-wise clone, then assignments.</summary>
    Clone,

    /// <summary>Other classes: <c>new T { … }</c>, every member named.</summary>
    New,

    /// <summary>Nothing can make one: an error has been reported, and the value itself keeps the code compiling.</summary>
    Impossible,
}

/// <summary>A member that a copy assigns.</summary>
internal sealed record CopiedMember(string Name, CopyPlan Plan);

/// <summary>A type that gets a <c>DeepCopy()</c>. Holds names, never symbols.</summary>
/// <remarks><see cref="Partial"/> is null for a type that nothing can be added to: it gets an extension method.</remarks>
internal sealed record CopiedType
{
    /// <summary>The type as C# names it, with <c>global::</c>.</summary>
    public required string FullName { get; init; }

    public required CopyStart Start { get; init; }

    public required EquatableArray<CopiedMember> Members { get; init; }

    public PartialType? Partial { get; init; }
}

/// <summary>A partial declaration to write a member into: its namespace, and the headers of the types around it, outermost first.</summary>
internal sealed record PartialType(string? Namespace, EquatableArray<string> Headers, string HintName, bool HidesBase);

using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>How a property of an apply configuration becomes JSON.</summary>
internal enum ApplyShape
{
    /// <summary>As it is: a text, a list of texts, a model of KubernetesClient.</summary>
    Value,

    /// <summary>As it is, and C# has it by value: a number, an enum.</summary>
    Struct,

    /// <summary>Another apply configuration.</summary>
    Part,

    /// <summary>A list of apply configurations.</summary>
    Parts,

    /// <summary>Apply configurations by their names.</summary>
    Map,
}

/// <summary>A property of an apply configuration.</summary>
/// <remarks>Its type is as C# names it and not nullable; of parts, that of one of them. Keys are those of a list that merges by them.</remarks>
internal sealed record ApplyProperty(string Name, string JsonName, string Type, ApplyShape Shape, string? Documentation, EquatableArray<ApplyKey> Keys);

/// <summary>A property that tells the items of a list apart.</summary>
internal sealed record ApplyKey(string Name, string Parameter, string Type);

/// <summary>An apply configuration to write, with the class that it is made of. Holds names, never symbols.</summary>
internal sealed record ApplyType(string? Namespace, string Name, string Source, bool IsPublic, bool IsResource, EquatableArray<ApplyProperty> Properties)
{
    public const string Suffix = "ApplyConfiguration";

    public string FullName => Namespace is null ? Name : $"{Namespace}.{Name}";

    public string HintName { get; init; } = Namespace is null ? Name : $"{Namespace}.{Name}";
}

/// <summary>The apply configurations of one kind, or why there are none.</summary>
internal sealed record ApplyTypes(EquatableArray<ApplyType> Types, DiagnosticInfo? Diagnostic);

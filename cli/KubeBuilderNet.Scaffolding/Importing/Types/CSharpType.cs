using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>The C# type that a schema becomes.</summary>
/// <remarks><see cref="Schema"/> is what the source generator writes for the type by itself: attributes have to say the rest.</remarks>
internal abstract record CSharpType
{
    /// <summary>Whether <c>T?</c> is another type than <c>T</c>.</summary>
    public virtual bool IsValue => false;

    /// <summary>What the generator writes for it.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The type in C#, not nullable.</summary>
    public abstract string Text { get; }

    /// <summary>The namespace that the file has to use; null for none.</summary>
    public virtual string? Namespace => null;
}

/// <summary>A type of C#, .NET or KubernetesClient.</summary>
/// <param name="Name">The type.</param>
/// <param name="Base">What the generator writes for it.</param>
/// <param name="IsStruct">Whether it is a value type.</param>
/// <param name="Using">Its namespace, unless every file sees it.</param>
internal sealed record SimpleType(string Name, Schema Base, bool IsStruct = false, string? Using = null) : CSharpType
{
    /// <summary>Whether the generator is told not to look at the type.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether the whole schema is given as JSON.</summary>
    public bool IsRaw { get; init; }

    public override bool IsValue => IsStruct;

    public override Schema Schema => Base;

    public override string Text => Name;

    public override string? Namespace => Using;
}

/// <summary>A list.</summary>
internal sealed record ListOf(CSharpType Item, bool HasNulls) : CSharpType
{
    public override Schema Schema => new() { Type = "array", Items = Item.Schema };

    public override string Text => $"IList<{Item.Text}{(HasNulls ? "?" : "")}>";

    public override string? Namespace => Item.Namespace;
}

/// <summary>A dictionary of any keys.</summary>
internal sealed record MapOf(CSharpType Value, bool HasNulls) : CSharpType
{
    public override Schema Schema => new() { Type = "object", AdditionalProperties = Value.Schema };

    public override string Text => $"IDictionary<string, {Value.Text}{(HasNulls ? "?" : "")}>";

    public override string? Namespace => Value.Namespace;
}

/// <summary>A class of the import's own.</summary>
internal sealed record ClassType(ImportedClass Class) : CSharpType
{
    public override Schema Schema => Class.Schema with { Description = Class.Summary };

    public override string Text => Class.Name;
}

/// <summary>An enum of the import's own.</summary>
internal sealed record EnumType(ImportedEnum Enum) : CSharpType
{
    public override bool IsValue => true;

    public override Schema Schema => new() { Type = "string", Enum = Enum.Values };

    public override string Text => Enum.Name;
}

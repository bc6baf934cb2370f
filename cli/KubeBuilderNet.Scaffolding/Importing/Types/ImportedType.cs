using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>A type that the import declares. It is named when all are known, so that the outer ones get the short names.</summary>
internal abstract class ImportedType(TypePath path)
{
    public TypePath Path { get; } = path;

    public string Name { get; set; } = "";
}

/// <summary>An enum of texts.</summary>
/// <param name="path">Where it was first met.</param>
/// <param name="values">The texts, as JSON.</param>
/// <param name="members">The names of the members, in the same order.</param>
internal sealed class ImportedEnum(TypePath path, EquatableArray<string> values, IReadOnlyList<string> members) : ImportedType(path)
{
    public EquatableArray<string> Values { get; } = values;

    public IReadOnlyList<string> Members { get; } = members;
}

/// <summary>A class: an object's properties and the rules for all of it; or, as an alternative, conditions.</summary>
/// <param name="path">Where it was first met.</param>
/// <param name="schema">What the class says: the schema without its description and default, which belong to those who use it.</param>
internal class ImportedClass(TypePath path, Schema schema) : ImportedType(path)
{
    private readonly HashSet<string?> _ofItems = [];
    private bool _hasBareUse;

    public Schema Schema { get; } = schema;

    public List<ImportedProperty> Properties { get; } = [];

    /// <summary>The comment of the class, which describes every value that has no comment of its own; null for none.</summary>
    public virtual string? Summary => !_hasBareUse && _ofItems.Count == 1 ? _ofItems.First() : null;

    /// <summary>Notes that a value of this class is an item of a list or a dictionary, where a description can only be the class's.</summary>
    public void UseAsItem(string? description) => _ofItems.Add(description);

    /// <summary>Notes that a property of this class has this description.</summary>
    public void UseAsProperty(string? description) => _hasBareUse |= description is null;
}

/// <summary>A kind's spec or status: it is used once, and its description is that of the class.</summary>
internal sealed class ImportedPart(TypePath path, Schema schema) : ImportedClass(path, schema with { Description = null })
{
    public override string? Summary { get; } = schema.Description;
}

/// <summary>Conditions that a value may be asked to fulfil.</summary>
internal sealed class ImportedAlternative(TypePath path, Schema schema) : ImportedClass(path, schema);

/// <summary>A property of an imported class.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="Schema">All that the definition says of it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record ImportedProperty(string JsonName, CSharpType Type, Schema Schema, bool IsRequired)
{
    /// <summary>Whether it stands for the items of a list, in an alternative.</summary>
    public bool IsItems { get; init; }
}

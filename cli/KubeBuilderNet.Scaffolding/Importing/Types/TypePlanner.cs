using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Scaffolding.Importing.Reading;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Finds the types that a schema needs. Nodes that say the same share a class or an enum.</summary>
/// <remarks>The walk is by breadth: what lies near the root is met, and so named, first.</remarks>
internal sealed class TypePlanner
{
    private readonly Dictionary<Schema, ImportedClass> _classes = [];
    private readonly Dictionary<Schema, ImportedAlternative> _alternatives = [];
    private readonly Dictionary<EquatableArray<string>, ImportedEnum> _enums = [];
    private readonly Queue<ImportedClass> _open = [];

    /// <summary>All types in the order in which they were met.</summary>
    public List<ImportedType> Types { get; } = [];

    /// <summary>Plans a class with all that it leads to.</summary>
    public void Add(ImportedClass root)
    {
        Types.Add(root);
        Open(root);
        while (_open.TryDequeue(out var next))
            AddProperties(next);
    }

    /// <summary>The class of an alternative that was met.</summary>
    public ImportedAlternative Alternative(Schema schema) => _alternatives[schema];

    private void Open(ImportedClass type)
    {
        AddAlternatives(type.Schema, type.Path);
        _open.Enqueue(type);
    }

    private void AddProperties(ImportedClass type)
    {
        foreach (var (name, schema) in type.Schema.Properties)
        {
            var path = type.Path.Property(name);
            var planned = type is ImportedAlternative ? OfCondition(schema, path) : TypeOf(schema, path);
            if (planned is ClassType { Class: var used })
                used.UseAsProperty(schema.Description);
            type.Properties.Add(new ImportedProperty(name, planned, schema, type.Schema.Required.Contains(name)));
        }
        if (type is not ImportedAlternative)
            return;
        foreach (var name in type.Schema.Required.Where(name => !type.Schema.Properties.Any(property => property.Name == name)))
            type.Properties.Add(new ImportedProperty(name, SimpleTypes.Condition, SimpleTypes.Nothing, IsRequired: true));
        if (type.Schema.Items is { } items)
            type.Properties.Add(new ImportedProperty("items", OfCondition(items, type.Path.Property("items")), items, IsRequired: false) { IsItems = true });
    }

    private CSharpType TypeOf(Schema node, TypePath path)
    {
        if (!Sayable.Is(node))
            return SimpleTypes.Raw(node);
        AddAlternatives(node, path);
        if (EnumOf(node, path) is { } planned)
            return new EnumType(planned);
        if (SimpleTypes.Of(node, path.Words[^1]) is { } simple)
            return simple;
        if (node.Items is { } items)
            return new ListOf(ItemOf(items, path.Item()), items.Nullable);
        if (node.AdditionalProperties is { } values)
            return new MapOf(ItemOf(values, path.Item()), values.Nullable);
        return new ClassType(ClassOf(node, path));
    }

    private CSharpType ItemOf(Schema node, TypePath path)
    {
        var planned = TypeOf(node, path);
        if (planned is ClassType { Class: var used })
            used.UseAsItem(node.Description);
        return planned;
    }

    // Conditions on a property itself are attributes; those on what lies below it need an alternative of their own.
    private CSharpType OfCondition(Schema node, TypePath path)
    {
        if (node.Properties.Count > 0 || node.Required.Count > 0 || node.Items is not null)
            return new ClassType(AlternativeOf(node, path));
        AddAlternatives(node, path);
        return SimpleTypes.Condition;
    }

    private ImportedClass ClassOf(Schema node, TypePath path)
    {
        var key = node with { Description = null, Default = null, Title = null, Nullable = false, Example = null, ExternalDocs = null };
        if (_classes.TryGetValue(key, out var known))
            return known;
        var planned = new ImportedClass(path, key);
        _classes.Add(key, planned);
        Types.Add(planned);
        Open(planned);
        return planned;
    }

    private ImportedEnum? EnumOf(Schema node, TypePath path)
    {
        if (node is not { Type: "string", Enum.Count: > 0, Format: null, Pattern: null, MinLength: null, MaxLength: null })
            return null;
        if (_enums.TryGetValue(node.Enum, out var known))
            return known;
        var texts = node.Enum.Select(JsonText.Unquoted).ToList();
        if (texts.Any(text => string.IsNullOrEmpty(text) || !IsMemberName(text)))
            return null;
        var members = texts.Select(text => MemberName.Pascal(text!)).ToList();
        if (members.Distinct().Count() < members.Count)
            return null;
        var planned = new ImportedEnum(path, node.Enum, members);
        _enums.Add(node.Enum, planned);
        Types.Add(planned);
        return planned;
    }

    // What has a sign in it that a name can't say, such as '=~' or '*', reads better as a text.
    private static bool IsMemberName(string text) =>
        char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ' ' or ':') && text == text.Trim();

    private void AddAlternatives(Schema node, TypePath path)
    {
        var number = 0;
        foreach (var schema in Sayable.Alternatives(node))
        {
            number++;
            var word = path.Words.Length > 0 ? path.Words[^1] : "";
            AlternativeOf(schema, new TypePath(path.Kind, [.. path.Words.SkipLast(1), $"{word}Alternative{number}"]));
        }
    }

    private ImportedAlternative AlternativeOf(Schema schema, TypePath path)
    {
        if (_alternatives.TryGetValue(schema, out var known))
            return known;
        var planned = new ImportedAlternative(path, schema);
        _alternatives.Add(schema, planned);
        Types.Add(planned);
        Open(planned);
        return planned;
    }
}

using System.Globalization;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Values;
using KubeBuilderNet.Scaffolding.Importing.Types;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Says with attributes what a schema has beyond the one that its C# type has by itself.</summary>
/// <param name="types">The types of the import.</param>
/// <param name="hides">Whether a property of the class around hides a type of this name.</param>
internal sealed class AttributeWriter(TypePlanner types, Func<string, bool> hides)
{
    private readonly List<string> _attributes = [];
    private string? _at;

    /// <summary>Whether an example or a value of an enum breaks the other rules, which API servers accept and the build warns of.</summary>
    public bool HasMisfit { get; private set; }

    /// <summary>The attributes of a property, or of whatever else has a type.</summary>
    public IReadOnlyList<string> Of(Schema node, CSharpType type)
    {
        Write(node, type);
        return _attributes;
    }

    /// <summary>The attributes of a class: what is not said by its properties.</summary>
    public IReadOnlyList<string> OfClass(Schema node, bool isAlternative)
    {
        WriteDifference(node, isAlternative ? SimpleTypes.Nothing : new Schema { Type = "object" });
        return _attributes;
    }

    private void Write(Schema node, CSharpType type)
    {
        if (type is SimpleType { IsRaw: true })
        {
            Add("RawSchema", CSharpLiteral.Of(SchemaJson.Of(node)));
            return;
        }
        WriteDescription(node, type);
        if (type is SimpleType { IsUnread: true })
            Add("Schemaless");
        if (type is ClassType)
            WriteValueAttributes(node);
        else
            WriteDifference(node, type.Schema);
        switch (type)
        {
            case ListOf list:
                WriteBelow("items", node.Items!, list.Item);
                break;
            case MapOf map:
                WriteBelow("values", node.AdditionalProperties!, map.Value);
                break;
        }
    }

    private void WriteBelow(string step, Schema node, CSharpType type)
    {
        var outer = _at;
        _at = outer is null ? step : $"{outer}.{step}";
        Write(node, type);
        _at = outer;
    }

    // A property's description is its comment; only one that a comment can't hold exactly, or of what lies below it, is an attribute.
    private void WriteDescription(Schema node, CSharpType type)
    {
        if (node.Description is { } text && text != type.Schema.Description && (_at is not null || !Comment.CanHold(text)))
            Add("SchemaDescription", CSharpLiteral.Of(text));
    }

    private void WriteDifference(Schema node, Schema known)
    {
        WriteText("Title", node.Title, known.Title);
        WriteType(node, known);
        HasMisfit |= Misfits.OfEnum(node).Any();
        if (node.Enum.Count > 0 && !node.Enum.Equals(known.Enum))
            Add("Enum", node.Enum is ["null"] ? ["(object?)null"] : [.. node.Enum.Select(CSharpLiteral.OfJson)]);
        WriteText("Pattern", node.Pattern, known.Pattern);
        WriteCount("MinimumLength", node.MinLength);
        WriteCount("MaximumLength", node.MaxLength);
        WriteBound("Minimum", node.Minimum, node.ExclusiveMinimum);
        WriteBound("Maximum", node.Maximum, node.ExclusiveMaximum);
        WriteBound("MultipleOf", node.MultipleOf, isExclusive: false);
        WriteCount("MinItems", node.MinItems);
        WriteCount("MaxItems", node.MaxItems);
        WriteCount("MinProperties", node.MinProperties);
        WriteCount("MaxProperties", node.MaxProperties);
        WriteMerging(node);
        WriteFlags(node, known);
        WriteAlternatives(node, known);
        foreach (var rule in node.CelRules)
            WriteRule(rule);
        WriteDefaultAndExample(node);
    }

    // The rest is the class's own.
    private void WriteValueAttributes(Schema node)
    {
        WriteText("Title", node.Title, null);
        if (node.Nullable)
            Add("Nullable");
        WriteDefaultAndExample(node);
    }

    private void WriteDefaultAndExample(Schema node)
    {
        if (node.Default is { } value)
            Add("Default", CSharpLiteral.Of(value));
        HasMisfit |= Misfits.OfExample(node) is not null;
        if (node.Example is { } example)
            Add("Example", CSharpLiteral.Of(example));
        if (node.ExternalDocs is { } docs)
            Add("ExternalDocs", [CSharpLiteral.Of(docs.Url), .. docs.Description is { } text ? [$"Description = {CSharpLiteral.Of(text)}"] : Array.Empty<string>()]);
    }

    private void WriteType(Schema node, Schema known)
    {
        if (node.IntOrString && !known.IntOrString)
            Add("IntOrString", "AnyOf = false");
        if (node.Type != known.Type)
            Add("SchemaType", CSharpLiteral.Of(node.Type ?? ""));
        if (node.Format != known.Format)
            Add("Format", CSharpLiteral.Of(node.Format ?? ""));
    }

    private void WriteMerging(Schema node)
    {
        if (node.ListType is { } list)
            Add("ListType", [$"{Qualified("ListType")}.{Capitalized(list)}", .. node.ListMapKeys.Select(CSharpLiteral.Of)]);
        if (node.MapType is { } map)
            Add("MapType", $"{Qualified("MapType")}.{Capitalized(map)}");
    }

    private void WriteFlags(Schema node, Schema known)
    {
        if (node.Nullable)
            Add("Nullable");
        if (node.PreserveUnknownFields && !known.PreserveUnknownFields)
            Add("PreserveUnknownFields");
        if (node.EmbeddedResource)
            Add("EmbeddedResource");
        if (ReferenceEquals(node.AdditionalProperties, Schema.Anything))
            Add("AdditionalProperties");
    }

    private void WriteAlternatives(Schema node, Schema known)
    {
        WriteAlternatives("AllOf", node.AllOf);
        if (!node.AnyOf.Equals(known.AnyOf))
            WriteAlternatives("AnyOf", node.AnyOf);
        WriteAlternatives("OneOf", node.OneOf);
        if (node.Not is { } not)
            WriteAlternatives("Not", EquatableArray.Of(not));
    }

    private void WriteAlternatives(string name, EquatableArray<Schema> schemas)
    {
        if (schemas.Count > 0)
            Add(name, [.. schemas.Select(schema => $"typeof({types.Alternative(schema).Name})")]);
    }

    private void WriteRule(CelRule rule)
    {
        var arguments = new List<string> { CSharpLiteral.Of(rule.Rule) };
        AddNamed(arguments, "Message", rule.Message);
        AddNamed(arguments, "MessageExpression", rule.MessageExpression);
        if (rule.Reason is { } reason)
            arguments.Add($"Reason = {Qualified("CelReason")}.{reason}");
        AddNamed(arguments, "FieldPath", rule.FieldPath);
        if (rule.OptionalOldSelf)
            arguments.Add("OptionalOldSelf = true");
        Add("CelRule", [.. arguments]);
    }

    private static void AddNamed(List<string> arguments, string name, string? text)
    {
        if (text is not null)
            arguments.Add($"{name} = {CSharpLiteral.Of(text)}");
    }

    private void WriteText(string attribute, string? text, string? known)
    {
        if (text is not null && text != known)
            Add(attribute, CSharpLiteral.Of(text));
    }

    private void WriteCount(string attribute, long? count)
    {
        if (count is { } number)
            Add(attribute, number.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteBound(string attribute, string? bound, bool isExclusive)
    {
        if (bound is not null)
            Add(attribute, isExclusive ? [CSharpLiteral.Number(bound), "Exclusive = true"] : [CSharpLiteral.Number(bound)]);
    }

    private string Qualified(string type) => hides(type) ? "KubeBuilderNet.Annotations." + type : type;

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private void Add(string name, params IReadOnlyList<string> arguments)
    {
        IReadOnlyList<string> all = _at is null ? arguments : [.. arguments, $"At = \"{_at}\""];
        _attributes.Add(all.Count == 0 ? name : $"{name}({string.Join(", ", all)})");
    }
}

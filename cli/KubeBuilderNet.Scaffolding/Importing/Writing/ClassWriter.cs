using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Scaffolding.Importing.Types;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Writes a class or an enum of the import.</summary>
internal sealed class ClassWriter(TypePlanner types)
{
    private const string Indent = "    ";
    private const string Annotations = "KubeBuilderNet.Annotations";
    private const string Serialization = "System.Text.Json.Serialization";

    public TypeText Write(ImportedType type) => type switch
    {
        ImportedEnum imported => WriteEnum(imported),
        ImportedAlternative alternative => WriteClass(alternative, ["Alternative"], "public sealed class " + alternative.Name, isResource: false),
        ImportedClass imported => WriteClass(imported, [], "public sealed partial class " + imported.Name, isResource: false),
        _ => throw new ArgumentException($"{type.GetType()} is no type that is written here"),
    };

    /// <summary>Writes a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attributes">Attributes that stand before those of its schema.</param>
    /// <param name="declaration">The declaration up to its members.</param>
    /// <param name="isResource">Whether it is a kind.</param>
    public TypeText WriteClass(ImportedClass type, IReadOnlyList<string> attributes, string declaration, bool isResource)
    {
        var text = new TypeText(type.Name);
        var named = Named(type, isResource);
        var hidden = named.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var isOpen = type is not ImportedAlternative && !isResource && type.Schema.PreserveUnknownFields;
        var schema = isOpen ? type.Schema with { PreserveUnknownFields = false } : type.Schema;
        var all = new List<string>(attributes);
        if (type.Summary is { } summary && !Comment.CanHold(summary))
            all.Add($"SchemaDescription({CSharpLiteral.Of(summary)})");
        var writer = new AttributeWriter(types, hidden.Contains);
        all.AddRange(writer.OfClass(schema, type is ImportedAlternative));
        Warn(text, writer);
        if (all.Count > 0)
            text.Usings.Add(Annotations);
        text.Summary(type.Summary, "");
        if (named.Count == 0 && !isOpen)
        {
            text.Declaration(all, declaration + ";", "", mayShareLine: false);
            return text;
        }
        text.Declaration(all, declaration, "", mayShareLine: false);
        text.Line("{");
        for (var i = 0; i < named.Count; i++)
        {
            if (i > 0)
                text.Line();
            WriteProperty(text, named[i].Name, named[i].Property, hidden);
        }
        if (isOpen)
            WriteRest(text, hidden);
        text.Line("}");
        return text;
    }

    private static List<(string Name, ImportedProperty Property)> Named(ImportedClass type, bool isResource)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { type.Name };
        var named = new List<(string, ImportedProperty)>(type.Properties.Count);
        foreach (var property in type.Properties)
        {
            var name = MemberName.OfProperty(property.JsonName, taken.Contains, isResource);
            taken.Add(name);
            named.Add((name, property));
        }
        return named;
    }

    private void WriteProperty(TypeText text, string name, ImportedProperty property, HashSet<string> hidden)
    {
        var attributes = new List<string>();
        if (property.IsItems)
            attributes.Add("Items");
        else if (!MemberName.Gives(name, property.JsonName))
            attributes.Add($"JsonPropertyName({CSharpLiteral.Of(property.JsonName)})");
        var (declaration, schema) = Declare(name, property, hidden.Contains);
        var writer = new AttributeWriter(types, hidden.Contains);
        var ofSchema = writer.Of(schema, property.Type);
        Warn(text, writer);
        if (attributes is [['J', ..]])
            text.Usings.Add(Serialization);
        if (ofSchema.Count > 0 || property.IsItems)
            text.Usings.Add(Annotations);
        if (property.Type.Namespace is { } space)
            text.Usings.Add(space);
        attributes.AddRange(ofSchema);
        text.Summary(schema.Description, Indent);
        text.Declaration(attributes, declaration, Indent, mayShareLine: true);
    }

    private static void Warn(TypeText text, AttributeWriter writer)
    {
        if (writer.HasMisfit)
            text.Warnings.Add("KBN0043");
    }

    private static (string Declaration, Schema Schema) Declare(string name, ImportedProperty property, Func<string, bool> hides)
    {
        var (type, schema) = (property.Type, property.Schema);
        var nullable = schema.Nullable ? "?" : "";
        if (property.IsRequired)
            return ($"public required {type.Text}{nullable} {name} {{ get; set; }}", schema);
        if (Initializer.Of(schema, type, hides) is { } initializer)
            return ($"public {type.Text}{nullable} {name} {{ get; set; }}{initializer}", schema with { Default = null });
        return ($"public {type.Text}? {name} {{ get; set; }}", schema);
    }

    // What the schema doesn't name is kept by the API server; it is kept here, too.
    private static void WriteRest(TypeText text, HashSet<string> taken)
    {
        var name = MemberName.OfProperty("otherFields", taken.Contains, isResource: false);
        text.Usings.Add("System.Text.Json");
        text.Usings.Add(Serialization);
        if (taken.Count > 0)
            text.Line();
        text.Line($"{Indent}/// <summary>Fields that the schema doesn't name.</summary>");
        text.Line($"{Indent}[JsonExtensionData] public IDictionary<string, JsonElement>? {name} {{ get; set; }}");
    }

    private static TypeText WriteEnum(ImportedEnum type)
    {
        var text = new TypeText(type.Name);
        text.Line($"public enum {type.Name}").Line("{");
        for (var i = 0; i < type.Members.Count; i++)
        {
            var (member, value) = (type.Members[i], CSharpLiteral.OfJson(type.Values[i]));
            var isSame = value == $"\"{member}\"";
            if (!isSame)
                text.Usings.Add(Serialization);
            text.Line(isSame ? $"{Indent}{member}," : $"{Indent}[JsonStringEnumMemberName({value})] {member},");
        }
        return text.Line("}");
    }
}

using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes apply configurations: classes whose properties are all optional, that read and write themselves without reflection.</summary>
internal static class ApplyConfigurationWriter
{
    private const string Space = "global::KubeBuilderNet.Client.Applying";

    // What the base of a resource's configuration has: a root property of the same name hides it.
    private static readonly string[] OfResources = ["Annotations", "Finalizers", "Key", "Labels", "OwnerReferences", "ResourceVersion"];

    public static SourceText Write(ApplyType type)
    {
        var writer = new SourceWriter().WriteHeader().WriteObsoleteAllowed();
        if (type.Namespace is not null)
            writer.WriteLine($"namespace {type.Namespace};").WriteLine();
        writer.WriteLine($"/// <summary>The fields of a <see cref=\"{type.Source.Replace('<', '{').Replace('>', '}')}\"/> to apply: those that are set.</summary>");
        if (type.IsResource)
            writer.WriteLine("/// <param name=\"key\">The object to apply to; it is created when there is none.</param>");
        var access = type.IsPublic ? "public" : "internal";
        writer.OpenBlock(type.IsResource
            ? $"{access} sealed partial class {type.Name}(global::KubeBuilderNet.ObjectKey key) : {Space}.ResourceApplyConfiguration<{type.Source}>(key)"
            : $"{access} sealed partial class {type.Name} : {Space}.ApplyConfiguration");
        foreach (var property in type.Properties)
            WriteProperty(writer, type, property);
        foreach (var property in type.Properties.Where(property => property.Keys.Count > 0 && !type.Properties.Any(other => other.Name == property.Name + "By")))
            WriteByKey(writer, property);
        if (type.IsResource)
            WriteExtract(writer, type);
        WriteFields(writer, "Write", type, static property => $"fields.{Setter(property)}(\"{property.JsonName}\", @{property.Name});");
        writer.WriteLine();
        WriteFields(writer, "Read", type, static property => $"@{property.Name} = fields.{Getter(property)}<{property.Type}>(\"{property.JsonName}\");");
        return writer.CloseBlock().ToSourceText();
    }

    private static void WriteProperty(SourceWriter writer, ApplyType type, ApplyProperty property)
    {
        writer.WriteLine(property.Documentation is { } member
            ? $"/// <inheritdoc cref=\"{member}\"/>"
            : $"/// <summary>The field <c>{property.JsonName}</c>; null leaves it to others.</summary>");
        var hides = type.IsResource && OfResources.Contains(property.Name) ? "new " : "";
        writer.WriteLine($"public {hides}{Type(property)}? @{property.Name} {{ get; set; }}").WriteLine();
    }

    private static void WriteByKey(SourceWriter writer, ApplyProperty property)
    {
        var parameters = string.Join(", ", property.Keys.Select(static key => $"{key.Type} @{key.Parameter}"));
        var isSame = string.Join(" && ", property.Keys.Select(static key =>
            $"global::System.Collections.Generic.EqualityComparer<{key.Type}?>.Default.Equals(item__.@{key.Name}, @{key.Parameter})"));
        var members = string.Join(", ", property.Keys.Select(static key => $"@{key.Name} = @{key.Parameter}"));
        writer
            .WriteLine($"/// <summary>The item of <see cref=\"{property.Name}\"/> with this key, added when there is none.</summary>")
            .OpenBlock($"public {property.Type} {property.Name}By({parameters})")
            .WriteLine($"this.@{property.Name} ??= new global::System.Collections.Generic.List<{property.Type}>();")
            .OpenBlock($"foreach (var item__ in this.@{property.Name})")
            .OpenBlock($"if ({isSame})")
            .WriteLine("return item__;")
            .CloseBlock()
            .CloseBlock()
            .WriteLine($"var added__ = new {property.Type} {{ {members} }};")
            .WriteLine($"this.@{property.Name}.Add(added__);")
            .WriteLine("return added__;")
            .CloseBlock()
            .WriteLine();
    }

    private static void WriteExtract(SourceWriter writer, ApplyType type) => writer
        .WriteLine("/// <summary>The fields that a manager owns by earlier applies: change them and apply again.</summary>")
        .WriteLine("/// <param name=\"resource\">The object as read, with its <c>managedFields</c>: a cache may have dropped them.</param>")
        .WriteLine("/// <param name=\"fieldManager\">Whose fields are wanted.</param>")
        .WriteLine("/// <param name=\"subresource\">The subresource that was applied to, such as <c>status</c>; null for the object itself.</param>")
        .WriteLine("/// <param name=\"options\">How the object becomes JSON; null for the client's usual way.</param>")
        .WriteLine("/// <returns>A new configuration; with nothing but its key when the manager never applied.</returns>")
        .WriteLine($"public static {type.Name} Extract(")
        .WriteLine($"    {type.Source} resource, string fieldManager, string? subresource = null, global::System.Text.Json.JsonSerializerOptions? options = null) =>")
        .WriteLine($"    Extract(new {type.Name}(global::KubeBuilderNet.ObjectKey.Of(resource)), resource, fieldManager, subresource, options);")
        .WriteLine();

    private static void WriteFields(SourceWriter writer, string verb, ApplyType type, Func<ApplyProperty, string> line)
    {
        writer.WriteLine("/// <inheritdoc/>");
        writer.OpenBlock($"protected override void {verb}Fields({Space}.ApplyFields fields)");
        foreach (var property in type.Properties)
            writer.WriteLine(line(property));
        writer.CloseBlock();
    }

    private static string Type(ApplyProperty property) => property.Shape switch
    {
        ApplyShape.Parts => $"global::System.Collections.Generic.IList<{property.Type}>",
        ApplyShape.Map => $"global::System.Collections.Generic.IDictionary<string, {property.Type}>",
        _ => property.Type,
    };

    private static string Setter(ApplyProperty property) => "Set" + Suffix(property.Shape);

    private static string Getter(ApplyProperty property) => "Get" + Suffix(property.Shape);

    private static string Suffix(ApplyShape shape) => shape switch
    {
        ApplyShape.Struct => "Value",
        ApplyShape.Part => "Part",
        ApplyShape.Parts => "Parts",
        ApplyShape.Map => "Map",
        _ => "",
    };
}

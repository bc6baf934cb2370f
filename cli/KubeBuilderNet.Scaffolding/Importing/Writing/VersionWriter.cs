using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Importing.Types;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Writes all types of one version of a definition, the kind's own class first.</summary>
internal static class VersionWriter
{
    /// <summary>The types, named so that none has a name that is used already.</summary>
    /// <param name="crd">The definition.</param>
    /// <param name="version">The version.</param>
    /// <param name="className">The name of the kind's class.</param>
    /// <param name="used">The names in the namespace; those of the version are added.</param>
    public static IReadOnlyList<TypeText> Write(Crd crd, CrdVersion version, string className, HashSet<string> used)
    {
        var shape = ResourceShape.Of(className, version.Schema);
        var types = new TypePlanner();
        types.Add(shape.Class);
        foreach (var part in new[] { shape.Spec, shape.Status }.OfType<ImportedPart>())
            types.Add(part);
        shape.Class.Name = className;
        foreach (var type in types.Types.Where(type => type.Name.Length == 0))
            type.Name = type.Path.Names().First(name => !ReservedNames.Contains(name) && used.Add(name));
        var writer = new ClassWriter(types);
        var root = writer.WriteClass(shape.Class, ResourceAttributes.Of(crd, version, shape), $"public sealed partial class {className} : {Base(shape)}", isResource: true);
        root.Usings.Add("KubeBuilderNet");
        if (HasDeadPath(version))
            root.Warnings.Add("KBN0044");
        if (shape.IsRaw)
            root.Usings.Add("System.Text.Json.Nodes");
        return [root, .. types.Types.Where(type => type != shape.Class).Select(writer.Write)];
    }

    private static bool HasDeadPath(CrdVersion version) =>
        version.Columns.Any(column => ColumnPaths.Check(column, version.Schema) is not null)
        || (version.Scale is { } scale && ScalePaths.Find(scale.SpecPath, scale.StatusPath, scale.SelectorPath, version.Schema).Any());

    private static string Base(ResourceShape shape) => shape switch
    {
        { IsRaw: true } => "CustomResource<JsonObject>",
        { Spec: null } => "CustomResource",
        { Status: null } => $"CustomResource<{Spec(shape)}>",
        _ => $"CustomResource<{Spec(shape)}, {shape.Status.Name}>",
    };

    private static string Spec(ResourceShape shape) => shape.Spec!.Name + (shape.IsSpecOptional ? "?" : "");
}

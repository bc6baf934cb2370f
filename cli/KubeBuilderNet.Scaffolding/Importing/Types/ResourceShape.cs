using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>How a kind's class is built: what of it is a spec, what a status, and what it must declare itself.</summary>
internal sealed record ResourceShape
{
    private static readonly string[] OfEveryObject = ["apiVersion", "kind", "metadata"];

    /// <summary>The class itself, with the properties that its base doesn't have.</summary>
    public required ImportedClass Class { get; init; }

    /// <summary>The class of the spec; null when the base has none.</summary>
    public ImportedPart? Spec { get; init; }

    /// <summary>Whether objects may lack a spec although some of its properties are required.</summary>
    public bool IsSpecOptional { get; init; }

    /// <summary>The class of the status; null when the base has none.</summary>
    public ImportedPart? Status { get; init; }

    /// <summary>Whether the schema names a status.</summary>
    public bool HasStatus { get; init; }

    /// <summary>Whether the whole schema is carried as JSON.</summary>
    public bool IsRaw { get; init; }

    public static ResourceShape Of(string kind, Schema root)
    {
        var path = new TypePath(kind, []);
        var hasStatus = root.Find("status") is not null;
        if (!Sayable.Is(root) || root.Type != "object" || !ObjectFields.AreSayable(root))
            return new ResourceShape { Class = new ImportedPart(path, new Schema { Description = root.Description }), HasStatus = hasStatus, IsRaw = true };
        var spec = SpecOf(root, path);
        var status = spec is null ? null : StatusOf(root, path);
        var own = root.Properties.Where(property => Array.IndexOf(OfEveryObject, property.Name) < 0
            && (property.Name != "spec" || spec is null) && (property.Name != "status" || status is null));
        var required = root.Required.Where(name => Array.IndexOf(OfEveryObject, name) < 0 && (name != "spec" || spec is null));
        return new ResourceShape
        {
            Class = new ImportedPart(path, root with { Properties = own.ToEquatableArray(), Required = required.ToEquatableArray() }),
            Spec = spec,
            IsSpecOptional = spec is { Schema.Required.Count: > 0 } && !root.Required.Contains("spec"),
            Status = status,
            HasStatus = hasStatus,
        };
    }

    // The base class takes a spec for required when one of its properties is.
    private static ImportedPart? SpecOf(Schema root, TypePath path) =>
        root.Find("spec") is { } spec && IsPart(spec) && (spec.Required.Count > 0 || !root.Required.Contains("spec"))
            ? new ImportedPart(path.Word("Spec"), spec) : null;

    private static ImportedPart? StatusOf(Schema root, TypePath path) =>
        root.Find("status") is { } status && IsPart(status) && !root.Required.Contains("status")
            ? new ImportedPart(path.Word("Status"), status) : null;

    private static bool IsPart(Schema node) =>
        Sayable.Is(node) && node is { Type: "object", AdditionalProperties: null, IntOrString: false } && SimpleTypes.Of(node, null) is null;
}

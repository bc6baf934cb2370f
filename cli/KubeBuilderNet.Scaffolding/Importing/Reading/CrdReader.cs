using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>Reads a CustomResourceDefinition as Kubernetes' own types do: what is empty is as if it weren't there.</summary>
internal static class CrdReader
{
    /// <summary>kubectl's note of what it applied: of no use beside the definition itself.</summary>
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static Crd Read(string source, JsonObject json)
    {
        var root = new Fields(json, source);
        var metadata = root.Object("metadata") ?? throw new ScaffoldException($"{source}.metadata is missing");
        var name = metadata.RequiredText("name");
        root = root with { Place = $"{source}: {name}" };
        var spec = root.Object("spec") ?? throw new ScaffoldException($"{root.Place}.spec is missing");
        if (spec.Flag("preserveUnknownFields"))
            throw new ScaffoldException($"{spec.Place}.preserveUnknownFields is true, which definitions of v1 can't be: their schemas say it");
        var names = spec.Object("names") ?? throw new ScaffoldException($"{spec.Place}.names is missing");
        var crd = new Crd
        {
            Place = root.Place,
            Group = spec.RequiredText("group"),
            Kind = names.RequiredText("kind"),
            Plural = names.RequiredText("plural"),
            Singular = names.Text("singular"),
            ListKind = names.Text("listKind"),
            ShortNames = names.Texts("shortNames"),
            Categories = names.Texts("categories"),
            IsClusterScoped = Scope(spec),
            Labels = metadata.TextMap("labels"),
            Annotations = [.. metadata.TextMap("annotations").Where(entry => entry.Key != LastApplied)],
            Conversion = Conversion(spec.Object("conversion")),
            Versions = [.. spec.Objects("versions").Select(Version)],
        };
        if (crd.Versions.Count == 0)
            throw new ScaffoldException($"{spec.Place}.versions is missing");
        return name == $"{crd.Plural}.{crd.Group}" ? crd : throw new ScaffoldException($"{root.Place}.metadata.name must be '{crd.Plural}.{crd.Group}'");
    }

    private static bool Scope(Fields spec) => spec.RequiredText("scope") switch
    {
        "Cluster" => true,
        "Namespaced" => false,
        var other => throw new ScaffoldException($"{spec.Place}.scope must be Namespaced or Cluster, and is '{other}'"),
    };

    private static CrdConversion? Conversion(Fields? conversion)
    {
        if (conversion is null)
            return null;
        var webhook = conversion.Object("webhook");
        var client = webhook?.Object("clientConfig");
        var service = client?.Object("service");
        return new CrdConversion(conversion.Text("strategy") == "Webhook")
        {
            ReviewVersions = webhook?.Texts("conversionReviewVersions") ?? EquatableArray<string>.Empty,
            Url = client?.Text("url"),
            CaBundle = client?.Text("caBundle"),
            ServiceName = service?.RequiredText("name"),
            ServiceNamespace = service?.RequiredText("namespace"),
            ServicePath = service?.Text("path"),
            ServicePort = service?.Integer("port"),
        };
    }

    private static CrdVersion Version(Fields version)
    {
        var schema = version.Object("schema")?.Object("openAPIV3Schema")
            ?? throw new ScaffoldException($"{version.Place}.schema.openAPIV3Schema is missing");
        var subresources = version.Object("subresources");
        var metadata = schema.Object("properties")?.Object("metadata");
        var read = new CrdVersion
        {
            Name = version.RequiredText("name"),
            Schema = WithBareMetadata(SchemaReader.Read(schema)),
            Dropped = metadata?.Text("description") is null ? [] : [$"{metadata.Place}.description is left out: API servers refuse it"],
            IsServed = version.Flag("served"),
            IsStored = version.Flag("storage"),
            IsDeprecated = version.Flag("deprecated"),
            DeprecationWarning = version.Text("deprecationWarning"),
            Columns = [.. version.Objects("additionalPrinterColumns").Select(Column)],
            SelectableFields = version.Objects("selectableFields").Select(field => field.RequiredText("jsonPath")).ToEquatableArray(),
            HasSubresources = subresources is not null,
            HasStatus = subresources?.Has("status") == true,
            Scale = subresources?.Object("scale") is { } scale
                ? new CrdScale(scale.RequiredText("specReplicasPath"), scale.RequiredText("statusReplicasPath"), scale.Text("labelSelectorPath"))
                : null,
        };
        Refusals.Check(version.Place, schema.Place, read);
        return read;
    }

    private static Schema WithBareMetadata(Schema root) => root with
    {
        Properties = root.Properties.Select(property => property.Name == "metadata" ? property with { Schema = property.Schema with { Description = null } } : property)
            .ToEquatableArray(),
    };

    private static PrintColumn Column(Fields column) => new(
        column.RequiredText("name"), column.RequiredText("jsonPath"), column.RequiredText("type"),
        column.Text("format"), column.Text("description"), (int)(column.Integer("priority") ?? 0));
}

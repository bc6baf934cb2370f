using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes a CustomResourceDefinition as compact JSON.</summary>
internal static class CrdWriter
{
    public static void Write(JsonWriter json, CrdModel crd, SchemaOptions options)
    {
        var names = crd.Names;
        json.StartObject()
            .Name("apiVersion").Value("apiextensions.k8s.io/v1")
            .Name("kind").Value("CustomResourceDefinition")
            .Name("metadata").StartObject();
        WritePairs(json, "annotations", crd.Versions, static version => version.Annotations);
        WritePairs(json, "labels", crd.Versions, static version => version.Labels);
        json.Name("name").Value($"{names.Plural}.{names.Group}").EndObject().Name("spec").StartObject();
        if (crd.Versions.FirstOrDefault(version => version.Conversion is not null) is { } converted)
            ConversionWriter.Write(json, converted.Conversion!);
        json.Name("group").Value(names.Group).Name("names").StartObject();
        WriteNames(json, names);
        json.EndObject().Name("scope").Value(names.Scope).Name("versions").StartArray();
        // Without a word, the version of highest priority is stored.
        var stored = crd.Versions.FirstOrDefault(version => version.Use.IsStored) ?? crd.Versions[0];
        foreach (var version in crd.Versions)
            WriteVersion(json, version, ReferenceEquals(version, stored), options);
        json.EndArray().EndObject().EndObject();
    }

    private static void WriteNames(JsonWriter json, ResourceNames names)
    {
        json.WriteTexts("categories", names.Categories);
        json.Name("kind").Value(names.Kind);
        if (names.ListKind.Length > 0)
            json.Name("listKind").Value(names.ListKind);
        json.Name("plural").Value(names.Plural);
        json.WriteTexts("shortNames", names.ShortNames);
        if (names.Singular.Length > 0)
            json.Name("singular").Value(names.Singular);
    }

    // Where versions say different things, the one of highest priority is right.
    private static void WritePairs(JsonWriter json, string name, EquatableArray<CrdVersion> versions, Func<CrdVersion, EquatableArray<Pair>> read)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            foreach (var pair in read(versions[i]))
                pairs[pair.Key] = pair.Value;
        }
        if (pairs.Count == 0)
            return;
        json.Name(name).StartObject();
        foreach (var pair in pairs)
            json.Name(pair.Key).Value(pair.Value);
        json.EndObject();
    }

    private static void WriteVersion(JsonWriter json, CrdVersion version, bool storage, SchemaOptions options)
    {
        json.StartObject();
        WriteColumns(json, version.PrintColumns);
        if (version.Deprecation is not null)
            json.Name("deprecated").Value(true);
        if (version.Deprecation is { Length: > 0 })
            json.Name("deprecationWarning").Value(version.Deprecation);
        json.Name("name").Value(version.Name)
            .Name("schema").StartObject().Name("openAPIV3Schema");
        new SchemaWriter(json, options).Write(version.Schema);
        json.EndObject();
        WriteSelectableFields(json, version.SelectableFields);
        json.Name("served").Value(version.Use.IsServed).Name("storage").Value(storage);
        WriteSubresources(json, version.Subresources);
        json.EndObject();
    }

    private static void WriteSelectableFields(JsonWriter json, EquatableArray<string> paths)
    {
        if (paths.Count == 0)
            return;
        json.Name("selectableFields").StartArray();
        foreach (var path in paths)
            json.StartObject().Name("jsonPath").Value(path).EndObject();
        json.EndArray();
    }

    private static void WriteSubresources(JsonWriter json, Subresources subresources)
    {
        if (subresources is { HasStatus: false, Scale: null, IsWrittenEmpty: false })
            return;
        json.Name("subresources").StartObject();
        if (subresources.Scale is { } scale)
        {
            json.Name("scale").StartObject();
            if (scale.SelectorPath is not null)
                json.Name("labelSelectorPath").Value(scale.SelectorPath);
            json.Name("specReplicasPath").Value(scale.SpecPath).Name("statusReplicasPath").Value(scale.StatusPath).EndObject();
        }
        if (subresources.HasStatus)
            json.Name("status").StartObject().EndObject();
        json.EndObject();
    }

    private static void WriteColumns(JsonWriter json, EquatableArray<PrintColumn> columns)
    {
        if (columns.Count == 0)
            return;
        json.Name("additionalPrinterColumns").StartArray();
        foreach (var column in columns)
        {
            json.StartObject();
            if (column.Description is not null)
                json.Name("description").Value(column.Description);
            if (column.Format is not null)
                json.Name("format").Value(column.Format);
            json.Name("jsonPath").Value(column.JsonPath).Name("name").Value(column.Name);
            if (column.Priority != 0)
                json.Name("priority").Value(column.Priority);
            json.Name("type").Value(column.Type).EndObject();
        }
        json.EndArray();
    }
}

using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes a CustomResourceDefinition as compact JSON.</summary>
internal static class CrdWriter
{
    public static void Write(JsonWriter json, CrdModel crd)
    {
        var names = crd.Names;
        json.StartObject()
            .Name("apiVersion").Value("apiextensions.k8s.io/v1")
            .Name("kind").Value("CustomResourceDefinition")
            .Name("metadata").StartObject().Name("name").Value($"{names.Plural}.{names.Group}").EndObject()
            .Name("spec").StartObject()
            .Name("group").Value(names.Group)
            .Name("names").StartObject();
        SchemaWriter.WriteTexts(json, "categories", names.Categories);
        json.Name("kind").Value(names.Kind).Name("listKind").Value(names.Kind + "List").Name("plural").Value(names.Plural);
        SchemaWriter.WriteTexts(json, "shortNames", names.ShortNames);
        json.Name("singular").Value(names.Singular).EndObject()
            .Name("scope").Value(names.Scope)
            .Name("versions").StartArray();
        for (var i = 0; i < crd.Versions.Count; i++)
            WriteVersion(json, crd.Versions[i], storage: i == 0);
        json.EndArray().EndObject().EndObject();
    }

    private static void WriteVersion(JsonWriter json, CrdVersion version, bool storage)
    {
        json.StartObject();
        WriteColumns(json, version.PrintColumns);
        json.Name("name").Value(version.Name)
            .Name("schema").StartObject().Name("openAPIV3Schema");
        SchemaWriter.Write(json, version.Schema);
        json.EndObject()
            .Name("served").Value(true)
            .Name("storage").Value(storage);
        if (version.HasStatus)
            json.Name("subresources").StartObject().Name("status").StartObject().EndObject().EndObject();
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

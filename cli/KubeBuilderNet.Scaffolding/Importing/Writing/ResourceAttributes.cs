using System.Globalization;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Importing.Types;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>The attributes of a kind's class: all that a definition says beside its schema.</summary>
internal sealed class ResourceAttributes
{
    private readonly List<string> _attributes = [];

    /// <summary>The attributes of one version's class; what is said once for all versions stands at the stored one.</summary>
    public static IReadOnlyList<string> Of(Crd crd, CrdVersion version, ResourceShape shape)
    {
        var writer = new ResourceAttributes();
        writer.WriteResource(crd, version, shape);
        writer.WriteVersion(crd, version);
        if (version.IsStored || crd.Versions.Count == 1)
            writer.WriteDefinition(crd);
        writer.WriteObjectFields(version.Schema, shape);
        return writer._attributes;
    }

    private void WriteResource(Crd crd, CrdVersion version, ResourceShape shape)
    {
        var arguments = new List<string> { CSharpLiteral.Of(crd.Group), CSharpLiteral.Of(version.Name) };
        if (shape.Class.Name != crd.Kind)
            arguments.Add($"Kind = {CSharpLiteral.Of(crd.Kind)}");
        if (crd.Plural != Resource.DefaultPlural(crd.Kind))
            arguments.Add($"Plural = {CSharpLiteral.Of(crd.Plural)}");
        if (!string.Equals(crd.Singular, Lower(crd.Kind), StringComparison.Ordinal))
            arguments.Add($"Singular = {CSharpLiteral.Of(crd.Singular ?? "")}");
        if (crd.ListKind != crd.Kind + "List")
            arguments.Add($"ListKind = {CSharpLiteral.Of(crd.ListKind ?? "")}");
        AddTexts(arguments, "ShortNames", crd.ShortNames);
        AddTexts(arguments, "Categories", crd.Categories);
        if (crd.IsClusterScoped)
            arguments.Add("Scope = ResourceScope.Cluster");
        if (version.HasStatus != shape.HasStatus)
            arguments.Add($"StatusSubresource = {(version.HasStatus ? "true" : "false")}");
        var hasNone = !version.HasStatus && version.Scale is null;
        if (hasNone && version.HasSubresources != version.Columns.Count > 0)
            arguments.Add($"EmptySubresources = {(version.HasSubresources ? "true" : "false")}");
        Add("CustomResource", arguments);
    }

    private void WriteVersion(Crd crd, CrdVersion version)
    {
        if (version.IsStored && crd.Versions.Count > 1)
            Add("StorageVersion");
        if (!version.IsServed)
            Add("UnservedVersion");
        if (version.IsDeprecated)
            Add("DeprecatedVersion", version.DeprecationWarning is { } warning ? [$"Warning = {CSharpLiteral.Of(warning)}"] : []);
        if (version.Scale is { } scale)
        {
            List<string> paths = [CSharpLiteral.Of(scale.SpecPath), CSharpLiteral.Of(scale.StatusPath)];
            AddNamed(paths, "SelectorPath", scale.SelectorPath);
            Add("ScaleSubresource", paths);
        }
        foreach (var path in version.SelectableFields)
            Add("SelectableField", [CSharpLiteral.Of(path)]);
        foreach (var column in version.Columns)
            WriteColumn(column, version.Schema);
    }

    private void WriteColumn(PrintColumn column, Schema schema)
    {
        List<string> arguments = [CSharpLiteral.Of(column.Name), CSharpLiteral.Of(column.JsonPath)];
        if (column.Type != ColumnPaths.TypeOf(column.JsonPath, schema))
            AddNamed(arguments, "Type", column.Type);
        AddNamed(arguments, "Format", column.Format);
        AddNamed(arguments, "Description", column.Description);
        if (column.Priority != 0)
            arguments.Add($"Priority = {column.Priority.ToString(CultureInfo.InvariantCulture)}");
        Add("PrintColumn", arguments);
    }

    private void WriteDefinition(Crd crd)
    {
        foreach (var (key, value) in crd.Labels)
            Add("DefinitionLabel", [CSharpLiteral.Of(key), CSharpLiteral.Of(value)]);
        foreach (var (key, value) in crd.Annotations)
            Add("DefinitionAnnotation", [CSharpLiteral.Of(key), CSharpLiteral.Of(value)]);
        if (crd.Conversion is { } conversion)
            WriteConversion(conversion);
    }

    private void WriteConversion(CrdConversion conversion)
    {
        var arguments = new List<string> { $"ConversionStrategy.{(conversion.IsWebhook ? "Webhook" : "None")}" };
        if (conversion.ReviewVersions.Count > 0 && conversion.ReviewVersions is not ["v1"])
            AddTexts(arguments, "ReviewVersions", conversion.ReviewVersions);
        AddNamed(arguments, "Url", conversion.Url);
        AddUnless("webhook-service", arguments, "ServiceName", conversion.ServiceName);
        AddUnless("system", arguments, "ServiceNamespace", conversion.ServiceNamespace);
        if (conversion.ServicePort is { } port)
            arguments.Add($"ServicePort = {port.ToString(CultureInfo.InvariantCulture)}");
        if (conversion.ServiceName is not null && conversion.ServicePath != "/convert")
            arguments.Add($"Path = {CSharpLiteral.Of(conversion.ServicePath ?? "")}");
        AddNamed(arguments, "CaBundle", conversion.CaBundle);
        Add("Conversion", arguments);
    }

    private void WriteObjectFields(Schema root, ResourceShape shape)
    {
        if (shape.IsRaw)
        {
            Add("RawSchema", [CSharpLiteral.Of(SchemaJson.Of(root))]);
            return;
        }
        var arguments = new List<string>();
        AddDescription(arguments, "ApiVersion", root.Find("apiVersion"), ObjectFields.ApiVersion);
        AddDescription(arguments, "Kind", root.Find("kind"), ObjectFields.Kind);
        string[] fields = ["apiVersion", "kind", "metadata"];
        AddTexts(arguments, "Omit", fields.Where(field => root.Find(field) is null));
        AddTexts(arguments, "Required", fields.Where(root.Required.Contains));
        if (arguments.Count > 0)
            Add("TypeMeta", arguments);
        if (root.Find("metadata")?.Find("name") is { } name)
            WriteObjectName(name);
    }

    private void WriteObjectName(Schema name)
    {
        var arguments = new List<string>();
        AddNamed(arguments, "Pattern", name.Pattern);
        if (name.MinLength is { } least)
            arguments.Add($"MinLength = {least.ToString(CultureInfo.InvariantCulture)}");
        if (name.MaxLength is { } most)
            arguments.Add($"MaxLength = {most.ToString(CultureInfo.InvariantCulture)}");
        Add("ObjectName", arguments);
    }

    private static void AddDescription(List<string> arguments, string name, Schema? field, string usual)
    {
        if (field is not null && field.Description != usual)
            arguments.Add($"{name} = {CSharpLiteral.Of(field.Description ?? "")}");
    }

    private static void AddUnless(string usual, List<string> arguments, string name, string? text)
    {
        if (text != usual)
            AddNamed(arguments, name, text);
    }

    private static void AddNamed(List<string> arguments, string name, string? text)
    {
        if (text is not null)
            arguments.Add($"{name} = {CSharpLiteral.Of(text)}");
    }

    private static void AddTexts(List<string> arguments, string name, IEnumerable<string> texts)
    {
        var literals = string.Join(", ", texts.Select(CSharpLiteral.Of));
        if (literals.Length > 0)
            arguments.Add($"{name} = [{literals}]");
    }

    private static string Lower(string kind) => kind.ToLowerInvariant();

    private void Add(string name, params List<string> arguments) =>
        _attributes.Add(arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})");
}

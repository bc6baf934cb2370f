using System.Collections.Immutable;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Webhooks;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What the attributes of a resource class say of its version and of the definition, read in one walk over them.</summary>
internal sealed class DefinitionAttributes
{
    private readonly List<Pair> _labels = [];
    private readonly List<Pair> _annotations = [];
    private readonly List<string> _selectableFields = [];
    private bool _isStored;
    private bool _isServed = true;
    private bool _isSkipped;

    public VersionUse Use => new(_isStored, _isServed, _isSkipped);

    public EquatableArray<Pair> Labels => _labels.ToEquatableArray();

    public EquatableArray<Pair> Annotations => _annotations.ToEquatableArray();

    public EquatableArray<string> SelectableFields => _selectableFields.ToEquatableArray();

    public string? Deprecation { get; private set; }

    public Scale? Scale { get; private set; }

    public Conversion? Conversion { get; private set; }

    public AttributeData? TypeMeta { get; private set; }

    public AttributeData? ObjectName { get; private set; }

    public static DefinitionAttributes Read(ImmutableArray<AttributeData> attributes)
    {
        var read = new DefinitionAttributes();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && type.IsIn(KnownTypeNames.Annotations))
                read.Read(attribute, type.Name);
        }
        return read;
    }

    private void Read(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "StorageVersionAttribute":
                _isStored = true;
                break;
            case "UnservedVersionAttribute":
                _isServed = false;
                break;
            case "SkipVersionAttribute":
                _isSkipped = true;
                break;
            case "DeprecatedVersionAttribute":
                Deprecation = attribute.Named("Warning") as string ?? "";
                break;
            case "ScaleSubresourceAttribute" when attribute.Argument(0) is string spec && attribute.Argument(1) is string status:
                Scale = new Scale(spec, status, attribute.Named("SelectorPath") as string);
                break;
            case "SelectableFieldAttribute" when attribute.Argument(0) is string path:
                _selectableFields.Add(path);
                break;
            case "DefinitionLabelAttribute" when attribute.Argument(0) is string key && attribute.Argument(1) is string value:
                _labels.Add(new Pair(key, value));
                break;
            case "DefinitionAnnotationAttribute" when attribute.Argument(0) is string key && attribute.Argument(1) is string value:
                _annotations.Add(new Pair(key, value));
                break;
            case "ConversionAttribute":
                Conversion = ReadConversion(attribute);
                break;
            case "TypeMetaAttribute":
                TypeMeta = attribute;
                break;
            case "ObjectNameAttribute":
                ObjectName = attribute;
                break;
        }
    }

    private static Conversion ReadConversion(AttributeData attribute)
    {
        const int webhook = 1;
        if (attribute.Argument(0) is not webhook)
            return new Conversion(Webhook: null);
        var versions = attribute.Texts("ReviewVersions");
        var client = WebhookClientParser.Read(attribute, defaultPath: "/convert");
        return new Conversion(new ConversionWebhook(versions.Count > 0 ? versions : EquatableArray.Of("v1"), client with
        {
            Path = client.Path is "" ? null : client.Path,
            Port = client.Port is 0 ? null : client.Port,
            CaBundle = attribute.Named("CaBundle") as string,
        }));
    }
}

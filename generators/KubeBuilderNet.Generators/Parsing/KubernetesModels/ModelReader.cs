using System.IO.Compression;
using System.Text;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.KubernetesModels;

/// <summary>
/// The schemas that Kubernetes publishes of its own types, by the names of KubernetesClient's classes. Unpacked at first use; each type is
/// decoded when it is asked for. eng/OpenApiCompactor writes the resource and says how it is built.
/// </summary>
internal sealed class ModelReader
{
    private static readonly Lazy<ModelReader> Shared = new(() => new ModelReader());

    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _offsets;

    private ModelReader()
    {
        _bytes = Unpack();
        var position = 0;
        var count = Number(ref position);
        _offsets = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = Text(ref position);
            _offsets.Add(name, Number(ref position));
        }
        foreach (var name in _offsets.Keys.ToArray())
            _offsets[name] += position;
    }

    public static ModelReader Instance => Shared.Value;

    public IEnumerable<string> Names => _offsets.Keys;

    /// <summary>The schema of a class, or null if the document has none. References go to <paramref name="resolve"/>.</summary>
    public Schema? Read(string className, Func<string, Schema> resolve)
    {
        if (!_offsets.TryGetValue(className, out var position))
            return null;
        return Node(ref position, resolve);
    }

    private Schema Node(ref int position, Func<string, Schema> resolve)
    {
        var flags = Number(ref position);
        bool Has(int bit) => (flags & (1 << bit)) != 0;

        var schema = Has(0) ? resolve(Text(ref position)) : new Schema();
        if (Has(1))
            schema = schema with { Type = Text(ref position) };
        if (Has(2))
            schema = schema with { Format = Text(ref position) };
        if (Has(3))
            schema = schema with { Description = Text(ref position) };
        if (Has(4))
            schema = schema with { Default = Text(ref position) };
        if (Has(5))
            schema = schema with { Items = Node(ref position, resolve) };
        if (Has(6))
            schema = schema with { AdditionalProperties = Node(ref position, resolve) };
        if (Has(7))
            schema = schema with { Properties = Properties(ref position, resolve) };
        if (Has(8))
            schema = schema with { Required = Texts(ref position) };
        if (Has(9))
            schema = schema with { ListType = Text(ref position) };
        if (Has(10))
            schema = schema with { ListMapKeys = Texts(ref position) };
        if (Has(11))
            schema = schema with { MapType = Text(ref position) };
        if (Has(12))
            schema = schema with { PreserveUnknownFields = true };
        if (Has(13))
            schema = schema with { Pattern = Text(ref position) };
        if (Has(14))
            schema = schema with { MinLength = Number(ref position) };
        if (Has(15))
            schema = schema with { MaxLength = Number(ref position) };
        if (Has(16))
            schema = schema with { Minimum = JsonText.Number(Number(ref position)) };
        if (Has(17))
            schema = schema with { Enum = Texts(ref position).Select(JsonWriter.Quote).ToEquatableArray() };
        return schema;
    }

    private EquatableArray<SchemaProperty> Properties(ref int position, Func<string, Schema> resolve)
    {
        var properties = new SchemaProperty[Number(ref position)];
        for (var i = 0; i < properties.Length; i++)
        {
            var name = Text(ref position);
            properties[i] = new SchemaProperty(name, Node(ref position, resolve));
        }
        return EquatableArray.Of(properties);
    }

    private EquatableArray<string> Texts(ref int position)
    {
        var texts = new string[Number(ref position)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(ref position);
        return EquatableArray.Of(texts);
    }

    private string Text(ref int position)
    {
        var length = Number(ref position);
        var text = Encoding.UTF8.GetString(_bytes, position, length);
        position += length;
        return text;
    }

    private int Number(ref int position)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[position++];
            number |= (part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
    }

    private static byte[] Unpack()
    {
        using var resource = typeof(ModelReader).Assembly.GetManifestResourceStream("kubernetes-models.bin")
            ?? throw new InvalidOperationException("The generator was built without its Kubernetes schemas.");
        using var inflated = new DeflateStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream(1 << 20);
        inflated.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>YAML to JSON as Kubernetes reads it (YAML 1.1, sigs.k8s.io/yaml): the plain <c>n</c>, <c>yes</c> and <c>on</c> are booleans.</summary>
public static class YamlJson
{
    /// <summary>All documents of a text; empty ones are left out.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ScaffoldException">Names the file, line and column.</exception>
    public static IReadOnlyList<JsonNode> Parse(string path, string text)
    {
        var documents = new List<JsonNode>();
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            while (parser.Accept<DocumentStart>(out _))
            {
                parser.Consume<DocumentStart>();
                if (new Reader(parser).Read() is { } document)
                    documents.Add(document);
                parser.Consume<DocumentEnd>();
            }
            return documents;
        }
        catch (YamlException e)
        {
            throw new ScaffoldException($"{path}({e.Start.Line},{e.Start.Column}): {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet's parser loses its own stack over some unmatched brackets.
            throw new ScaffoldException($"{path}: is no YAML: brackets or braces in it don't match", e);
        }
    }

    private sealed class Reader(IParser parser)
    {
        private const int DeepestNesting = 500;
        private const int MostNodes = 1_000_000;

        private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
        private int _depth;
        private int _nodes;

        public JsonNode? Read()
        {
            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                return _anchors.TryGetValue(alias.Value, out var anchored)
                    ? Copy(anchored, alias)
                    : throw new YamlException(alias.Start, alias.End, $"no anchor '{alias.Value}' above this alias");
            }
            var start = parser.Current as NodeEvent;
            if (++_depth > DeepestNesting)
                throw new YamlException(start!.Start, start.End, $"nested deeper than {DeepestNesting} levels");
            var node = parser switch
            {
                _ when parser.TryConsume<SequenceStart>(out _) => ReadSequence(),
                _ when parser.TryConsume<MappingStart>(out _) => ReadMapping(),
                _ => YamlScalar.ToJson(parser.Consume<Scalar>()),
            };
            _depth--;
            if (start is { Anchor.IsEmpty: false })
                _anchors[start.Anchor] = node?.DeepClone();
            return node;
        }

        // Aliases of aliases can grow without end from a short text.
        private JsonNode? Copy(JsonNode? node, AnchorAlias at)
        {
            _nodes += Count(node);
            return _nodes <= MostNodes ? node?.DeepClone() : throw new YamlException(at.Start, at.End, "aliases stand for too much");
        }

        private static int Count(JsonNode? node) => node switch
        {
            JsonObject map => 1 + map.Sum(property => Count(property.Value)),
            JsonArray list => 1 + list.Sum(Count),
            _ => 1,
        };

        private JsonArray ReadSequence()
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                list.Add(Read());
            return list;
        }

        private JsonObject ReadMapping()
        {
            var map = new JsonObject();
            var merged = new List<JsonNode?>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.Accept<Scalar>(out var key))
                    throw new YamlException(parser.Current!.Start, parser.Current.End, "a key must be a text");
                parser.Consume<Scalar>();
                if (key is { Value: "<<", IsPlainImplicit: true })
                    merged.Add(Read());
                else if (!map.TryAdd(YamlScalar.ToKey(key), Read()))
                    throw new YamlException(key.Start, key.End, $"key '{key.Value}' is there twice");
            }
            foreach (var source in merged.SelectMany(node => node is JsonArray list ? list.ToArray() : [node]).OfType<JsonObject>())
            {
                foreach (var (name, value) in source)
                    map.TryAdd(name, value?.DeepClone());
            }
            return map;
        }
    }
}

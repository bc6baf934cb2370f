using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>A mapping in a kubeconfig that knows its file and its place, so that every complaint can name them.</summary>
internal sealed class KubeconfigNode(string file, string path, YamlMappingNode mapping)
{
    internal string File { get; } = file;

    internal static KubeconfigNode? ReadFile(string file)
    {
        using var reader = new StreamReader(file);
        var scanner = new Scanner(reader);
        var stream = new YamlStream();
        try
        {
            stream.Load(new Parser(scanner));
        }
        // YamlDotNet's scanner throws InvalidOperationException at some faults.
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            throw new KubeconfigException($"{file}:{scanner.CurrentPosition.Line}: not valid YAML: {e.Message}", e);
        }
        return stream.Documents switch
        {
            [] => null,
            [{ RootNode: YamlMappingNode root }, ..] => new KubeconfigNode(file, "", root),
            _ => throw new KubeconfigException($"{file}:1: a kubeconfig must be a mapping with apiVersion, clusters, contexts and users."),
        };
    }

    internal string? Text(string field) => Find(field) switch
    {
        null => null,
        YamlScalarNode { Value: null or "" or "~" } or YamlScalarNode { Value: "null", Style: ScalarStyle.Plain } => null,
        YamlScalarNode scalar => scalar.Value,
        { } other => throw Wrong(other, field, "must be a string"),
    };

    internal bool Flag(string field) => Text(field) switch
    {
        null or "false" or "False" => false,
        "true" or "True" => true,
        var text => throw Wrong(Find(field)!, field, $"must be true or false, not '{text}'"),
    };

    internal KubeconfigNode? Child(string field) => Find(field) switch
    {
        null => null,
        YamlMappingNode child => new KubeconfigNode(File, PathOf(field), child),
        YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        { } other => throw Wrong(other, field, "must be a mapping"),
    };

    internal IEnumerable<KubeconfigNode> Children(string field) => Sequence(field).Select((node, index) => node is YamlMappingNode child
        ? new KubeconfigNode(File, $"{PathOf(field)}[{index}]", child)
        : throw Wrong(node, $"{field}[{index}]", "must be a mapping"));

    internal IReadOnlyList<string> Texts(string field) => [.. Sequence(field).Select((node, index) => node is YamlScalarNode scalar
        ? scalar.Value ?? ""
        : throw Wrong(node, $"{field}[{index}]", "must be a string"))];

    /// <summary>The names of the fields that are there.</summary>
    internal IEnumerable<string> Fields => mapping.Children.Keys.OfType<YamlScalarNode>().Select(static key => key.Value ?? "");

    /// <summary>Whatever a field holds, as JSON.</summary>
    internal JsonNode? Json(string field) => Find(field) is { } node ? YamlJson.Convert(node) : null;

    /// <summary>Where a field is, for errors that show later.</summary>
    internal string Place(string field) => $"{File}:{(Find(field) ?? mapping).Start.Line}: {PathOf(field)}";

    internal KubeconfigException Wrong(string field, string complaint, Exception? cause = null) =>
        Wrong(Find(field) ?? mapping, field, complaint, cause);

    private KubeconfigException Wrong(YamlNode node, string field, string complaint, Exception? cause = null) =>
        new($"{File}:{node.Start.Line}: {PathOf(field)} {complaint}.", cause);

    private IEnumerable<YamlNode> Sequence(string field) => Find(field) switch
    {
        null or YamlScalarNode { Value: null or "" or "null" or "~" } => [],
        YamlSequenceNode sequence => sequence.Children,
        { } other => throw Wrong(other, field, "must be a list"),
    };

    private YamlNode? Find(string field) => mapping.Children.TryGetValue(new YamlScalarNode(field), out var node) ? node : null;

    private string PathOf(string field) => path.Length == 0 ? field : $"{path}.{field}";
}

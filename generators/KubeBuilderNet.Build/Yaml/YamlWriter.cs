using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Build.Yaml;

/// <summary>Writes JSON as YAML that every YAML 1.1 and 1.2 reader takes for the same values.</summary>
internal static class YamlWriter
{
    private static readonly EmitterSettings Settings = new EmitterSettings().WithNewLine("\n").WithBestWidth(int.MaxValue);

    /// <summary>One document for an object; for an array, one document for each element.</summary>
    internal static string Write(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        if (parsed.RootElement.ValueKind == JsonValueKind.Array)
        {
            foreach (var document in parsed.RootElement.EnumerateArray())
                WriteDocument(emitter, document);
        }
        else
        {
            WriteDocument(emitter, parsed.RootElement);
        }

        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void WriteDocument(Emitter emitter, JsonElement root)
    {
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: false));
        WriteNode(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
    }

    private static void WriteNode(Emitter emitter, JsonElement node)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMapping(emitter, node);
                break;
            case JsonValueKind.Array:
                WriteSequence(emitter, node);
                break;
            case JsonValueKind.String:
                WriteText(emitter, node.GetString()!);
                break;
            default:
                // Numbers, true, false and null are spelled in JSON as YAML spells them.
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, node.GetRawText(), ScalarStyle.Plain, true, false));
                break;
        }
    }

    private static void WriteMapping(Emitter emitter, JsonElement node)
    {
        var style = node.EnumerateObject().MoveNext() ? MappingStyle.Block : MappingStyle.Flow;
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var property in node.EnumerateObject())
        {
            WriteText(emitter, property.Name, isKey: true);
            WriteNode(emitter, property.Value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void WriteSequence(Emitter emitter, JsonElement node)
    {
        var style = node.GetArrayLength() > 0 ? SequenceStyle.Block : SequenceStyle.Flow;
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var item in node.EnumerateArray())
            WriteNode(emitter, item);
        emitter.Emit(new SequenceEnd());
    }

    private static void WriteText(Emitter emitter, string text, bool isKey = false)
    {
        var style = TextStyle.Of(text, isKey);
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, style == ScalarStyle.Plain, true));
    }
}

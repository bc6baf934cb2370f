using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>What an apply is about to do, on disk before it does it: enough to undo it after a kill.</summary>
/// <param name="Made">Directories that it makes, parents first.</param>
/// <param name="Emptied">Directories that it takes away because nothing is left in them, parents first.</param>
/// <param name="Entries">Files that it puts in place or takes away, in this order.</param>
internal sealed record Journal(IReadOnlyList<string> Made, IReadOnlyList<string> Emptied, IReadOnlyList<Journal.Entry> Entries)
{
    /// <summary>One file.</summary>
    /// <param name="Path">Where it goes.</param>
    /// <param name="Existed">Whether a file was there before.</param>
    /// <param name="Hash">The SHA-256 of the text that goes there; null for a file that is taken away.</param>
    internal sealed record Entry(string Path, bool Existed, string? Hash);

    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string ToText() => new JsonObject
    {
        ["made"] = Texts(Made),
        ["emptied"] = Texts(Emptied),
        ["files"] = new JsonArray([.. Entries.Select(entry => new JsonObject
        {
            ["path"] = entry.Path,
            ["existed"] = entry.Existed,
            ["hash"] = entry.Hash,
        })]),
    }.ToJsonString() + "\n";

    /// <summary>Null for a journal that was cut short: then nothing else had begun.</summary>
    public static Journal? Parse(string text)
    {
        if (!text.EndsWith('\n'))
            return null;
        var root = JsonNode.Parse(text)!.AsObject();
        return new Journal(
            Texts(root["made"]),
            Texts(root["emptied"]),
            [.. root["files"]!.AsArray().Select(file => new Entry((string)file!["path"]!, (bool)file["existed"]!, (string?)file["hash"]))]);
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static List<string> Texts(JsonNode? array) => [.. array!.AsArray().Select(text => (string)text!)];
}

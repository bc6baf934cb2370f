using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>What an apply is about to do, on disk before it does it: enough to undo it after a kill.</summary>
/// <param name="Directories">Directories that it makes, parents first.</param>
/// <param name="Entries">Files that it puts in place, in this order.</param>
internal sealed record Journal(IReadOnlyList<string> Directories, IReadOnlyList<Journal.Entry> Entries)
{
    /// <summary>One file.</summary>
    /// <param name="Path">Where it goes.</param>
    /// <param name="Existed">Whether a file was there before.</param>
    /// <param name="Hash">The SHA-256 of the text that goes there.</param>
    internal sealed record Entry(string Path, bool Existed, string Hash);

    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string ToText() => new JsonObject
    {
        ["directories"] = new JsonArray([.. Directories.Select(path => JsonValue.Create(path))]),
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
            [.. root["directories"]!.AsArray().Select(path => (string)path!)],
            [.. root["files"]!.AsArray().Select(file => new Entry((string)file!["path"]!, (bool)file["existed"]!, (string)file["hash"]!))]);
    }
}

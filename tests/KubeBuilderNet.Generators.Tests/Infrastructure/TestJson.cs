using System.Text.Encodings.Web;
using System.Text.Json;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>JSON as people read it.</summary>
internal static class TestJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Indent(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Options);
}

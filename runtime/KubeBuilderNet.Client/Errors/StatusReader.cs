using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Errors;

/// <summary>Reads a Status field by field: a program that needs no other model then carries none of them.</summary>
internal static class StatusReader
{
    /// <summary>Null for what is no Status.</summary>
    internal static V1Status? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject status && status.Text("kind") == "Status" ? Read(status) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static V1Status Read(JsonObject status) => new()
    {
        ApiVersion = Text(status, "apiVersion"),
        Kind = "Status",
        Status = Text(status, "status"),
        Message = Text(status, "message"),
        Reason = Text(status, "reason"),
        Code = Number(status, "code"),
        Details = status["details"] is JsonObject details ? Details(details) : null,
        Metadata = status["metadata"] is JsonObject metadata ? new V1ListMeta { ContinueProperty = Text(metadata, "continue"), ResourceVersion = Text(metadata, "resourceVersion") } : null,
    };

    private static V1StatusDetails Details(JsonObject details) => new()
    {
        Name = Text(details, "name"),
        Group = Text(details, "group"),
        Kind = Text(details, "kind"),
        Uid = Text(details, "uid"),
        RetryAfterSeconds = Number(details, "retryAfterSeconds"),
        Causes = details["causes"] is JsonArray
            ? [.. details.Objects("causes").Select(static cause => new V1StatusCause { Field = Text(cause, "field"), Message = Text(cause, "message"), Reason = Text(cause, "reason") })]
            : null,
    };

    private static string? Text(JsonObject parent, string field) => parent.Text(field) is { Length: > 0 } text ? text : null;

    private static int? Number(JsonObject parent, string field) => parent[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}

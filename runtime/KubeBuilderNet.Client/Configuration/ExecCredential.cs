using System.Net.Http.Headers;
using System.Text.Json;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>What an exec plug-in gave: a token, a client certificate, or both.</summary>
internal sealed record ExecCredential(AuthenticationHeaderValue? Header, ExecCertificate? Certificate, DateTimeOffset Expires)
{
    internal static ExecCredential Parse(string json, ExecPlugin plugin)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var status = document.RootElement.GetProperty("status");
            var (token, certificate, key) = (Text(status, "token"), Text(status, "clientCertificateData"), Text(status, "clientKeyData"));
            if (certificate is null != key is null)
                throw new KubeconfigException($"exec plug-in '{plugin.Command}' gave only one of status.clientCertificateData and status.clientKeyData.");
            if (token is null && certificate is null)
                throw new KubeconfigException($"exec plug-in '{plugin.Command}' gave neither status.token nor status.clientCertificateData.");
            return new ExecCredential(
                token is null ? null : new AuthenticationHeaderValue("Bearer", token),
                certificate is null ? null : new ExecCertificate(certificate, key!),
                Text(status, "expirationTimestamp") is null ? DateTimeOffset.MaxValue : status.GetProperty("expirationTimestamp").GetDateTimeOffset());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new KubeconfigException($"exec plug-in '{plugin.Command}' printed something that is no ExecCredential: {e.Message}", e);
        }
    }

    private static string? Text(JsonElement parent, string field) =>
        parent.TryGetProperty(field, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>A client certificate and its key, in PEM.</summary>
internal sealed record ExecCertificate(string Certificate, string Key);

using k8s.Models;

namespace KubeBuilderNet.Client.Errors;

/// <summary>Makes errors from what the server answered.</summary>
internal static class StatusReasons
{
    internal static StatusReason Of(V1Status status) =>
        Enum.TryParse<StatusReason>(status.Reason, out var reason) && reason != StatusReason.Unknown ? reason : status.Code switch
        {
            400 => StatusReason.BadRequest,
            401 => StatusReason.Unauthorized,
            403 => StatusReason.Forbidden,
            404 => StatusReason.NotFound,
            405 => StatusReason.MethodNotAllowed,
            406 => StatusReason.NotAcceptable,
            409 => StatusReason.Conflict,
            410 => StatusReason.Gone,
            413 => StatusReason.RequestEntityTooLarge,
            415 => StatusReason.UnsupportedMediaType,
            422 => StatusReason.Invalid,
            429 => StatusReason.TooManyRequests,
            500 => StatusReason.InternalError,
            503 => StatusReason.ServiceUnavailable,
            504 => StatusReason.Timeout,
            _ => StatusReason.Unknown,
        };

    /// <summary>The error of a response: its Status, or, from a proxy that sends none, its code and text.</summary>
    internal static KubernetesApiException Create(int code, ReadOnlySpan<byte> body, TimeSpan? retryAfter, string request)
    {
        var status = StatusReader.TryRead(body) ?? new V1Status { Message = Plain(body) };
        status.Code ??= code;
        if (retryAfter is { } wait)
        {
            status.Details ??= new V1StatusDetails();
            status.Details.RetryAfterSeconds ??= (int)Math.Ceiling(wait.TotalSeconds);
        }
        return new KubernetesApiException(status, request);
    }

    private static string Plain(ReadOnlySpan<byte> body)
    {
        var text = System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, 500)]).Trim();
        return text.StartsWith('<') ? "" : text;
    }
}

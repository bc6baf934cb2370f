using System.Net;
using k8s.Models;

namespace KubeBuilderNet.Client.Errors;

/// <summary>The API server refused a request. What it said is in <see cref="Status"/>.</summary>
/// <remarks>Follows <c>k8s.io/apimachinery/pkg/api/errors.StatusError</c>; filter with <c>when (e.IsNotFound)</c> and its like.</remarks>
public class KubernetesApiException : Exception
{
    /// <summary>Makes an error of no known status.</summary>
    public KubernetesApiException() : this("The API server refused a request.")
    {
    }

    /// <summary>Makes an error of no known status.</summary>
    public KubernetesApiException(string message, Exception? innerException = null) : base(message, innerException) =>
        Status = new V1Status { Status = "Failure", Message = message, Reason = nameof(StatusReason.Unknown) };

    /// <summary>Makes the error that a status describes.</summary>
    /// <param name="status">What the server said.</param>
    /// <param name="request">The request, as <c>GET /api/v1/...</c>, for the message.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public KubernetesApiException(V1Status status, string? request = null, Exception? innerException = null)
        : base(Describe(status, request), innerException)
    {
        ArgumentNullException.ThrowIfNull(status);
        Status = status;
        Reason = StatusReasons.Of(status);
    }

    /// <summary>What the server said. Never null.</summary>
    public V1Status Status { get; }

    /// <summary>Why the server refused.</summary>
    public StatusReason Reason { get; }

    /// <summary>The HTTP status code, 0 when there was none.</summary>
    public HttpStatusCode Code => (HttpStatusCode)(Status.Code ?? 0);

    /// <summary>Each rule that was broken, with the path of its field. Empty when the server names none.</summary>
    public IReadOnlyList<V1StatusCause> Causes => Status.Details?.Causes is { } causes ? [.. causes] : [];

    /// <summary>How long the server asks to wait before the next try; null when it doesn't say.</summary>
    public TimeSpan? RetryAfter => Status.Details?.RetryAfterSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>There is no such object or resource.</summary>
    public bool IsNotFound => Reason == StatusReason.NotFound;

    /// <summary>An object of this name is there already.</summary>
    public bool IsAlreadyExists => Reason == StatusReason.AlreadyExists;

    /// <summary>The object was changed since it was read: read it again and repeat.</summary>
    public bool IsConflict => Reason == StatusReason.Conflict;

    /// <summary>The resource version is too old: list again.</summary>
    public bool IsExpired => Reason is StatusReason.Expired or StatusReason.Gone;

    /// <summary>The object breaks its rules: <see cref="Causes"/> says which.</summary>
    public bool IsInvalid => Reason == StatusReason.Invalid;

    /// <summary>The credentials are missing, wrong or too old.</summary>
    public bool IsUnauthorized => Reason == StatusReason.Unauthorized;

    /// <summary>The credentials don't allow it.</summary>
    public bool IsForbidden => Reason == StatusReason.Forbidden;

    /// <summary>There were too many requests: wait for <see cref="RetryAfter"/>.</summary>
    public bool IsTooManyRequests => Reason == StatusReason.TooManyRequests;

    /// <summary>The server or the client ran out of time: it is not known whether the request was carried out.</summary>
    public bool IsTimeout => Reason is StatusReason.Timeout or StatusReason.ServerTimeout;

    private static string Describe(V1Status status, string? request)
    {
        ArgumentNullException.ThrowIfNull(status);
        var message = string.IsNullOrEmpty(status.Message) ? $"the API server answered {status.Code} {status.Reason}".TrimEnd() : status.Message;
        return request is null ? message : $"{request}: {message}";
    }
}

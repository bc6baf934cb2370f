using System.Net;
using System.Net.Sockets;

namespace KubeBuilderNet.Client.Rest;

/// <summary>What may be sent again without doing anything twice.</summary>
internal static class RetryRules
{
    // A request answered by 429 was not looked at, so any verb may be repeated; after an error of the server's only a read may.
    internal static bool IsSafe(RestRequest request, HttpStatusCode code) =>
        code == HttpStatusCode.TooManyRequests || (code >= HttpStatusCode.InternalServerError && request.Method == HttpMethod.Get);

    // A server that can't be reached at all is the caller's business: it may be gone for long.
    internal static bool IsSafe(RestRequest request, HttpRequestException error) => request.Method == HttpMethod.Get
        && (error.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError || WasReset(error));

    internal static TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds(100 << Math.Min(attempt, 5));

    private static bool WasReset(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted })
                return true;
        }
        return false;
    }
}

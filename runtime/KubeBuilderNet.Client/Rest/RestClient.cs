using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using k8s;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Tracing;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Sends requests to one API server and turns its refusals into <see cref="KubernetesApiException"/>.</summary>
/// <remarks>Follows <c>k8s.io/client-go/rest.RESTClient</c>. Safe to use from many threads; dispose it once, at the end.</remarks>
public sealed class RestClient : IDisposable
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private const int MaxWarnings = 1000;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, bool> _warnings = new(StringComparer.Ordinal);
    private readonly RequestThrottle? _throttle;
    private readonly Impersonation? _impersonation;

    /// <summary>Makes a client of the cluster that <paramref name="configuration"/> describes.</summary>
    public RestClient(KubernetesClientConfiguration configuration, RestClientOptions? options = null)
        : this(configuration, new OpenConnections(options ?? new RestClientOptions()))
    {
    }

    private RestClient(KubernetesClientConfiguration configuration, OpenConnections connections)
        : this(HttpHandlers.Create(configuration, connections), new Uri(configuration.Host), connections.Options)
    {
        Connections = connections;
        if (configuration.Namespace is { Length: > 0 } @namespace)
            DefaultNamespace = @namespace;
        _impersonation ??= (configuration as ClusterConnection)?.Impersonation;
        if (configuration.DisableHttp2)
            _http.DefaultRequestVersion = HttpVersion.Version11;
    }

    /// <summary>Makes a client on a handler of the caller's, such as a fake one in a test.</summary>
    public RestClient(HttpMessageHandler handler, Uri server, RestClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        Options = options ?? new RestClientOptions();
        Server = server;
        _impersonation = Options.Impersonate;
        if (Options.QueriesPerSecond is { } limit)
            _throttle = limit > 0 && Options.Burst > 0
                ? new RequestThrottle(limit, Options.Burst, Options.Time)
                : throw new ArgumentOutOfRangeException(nameof(options), "QueriesPerSecond and Burst must be above zero; leave QueriesPerSecond null for no limit.");
        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri(server.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(Options.UserAgent);
        _http.DefaultRequestHeaders.Accept.Add(Json);
    }

    /// <summary>The API server's URL.</summary>
    public Uri Server { get; }

    /// <summary>How requests are made.</summary>
    public RestClientOptions Options { get; }

    /// <summary>The connections that are open; null when the handler is the caller's.</summary>
    internal OpenConnections? Connections { get; }

    /// <summary>The namespace of the configuration's context.</summary>
    public string DefaultNamespace { get; } = "default";

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="KubernetesApiException">The server refused, or didn't answer within the limit.</exception>
    /// <exception cref="HttpRequestException">The server can't be reached.</exception>
    public Task<byte[]> SendAsync(RestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithinLimitAsync(request, async limit =>
        {
            using var response = await SendWithRetriesAsync(request, HttpCompletionOption.ResponseContentRead, limit);
            return await response.Content.ReadAsByteArrayAsync(limit);
        }, cancellationToken);
    }

    /// <summary>Sends a request and hands out the answer as it comes, without a limit of time once it has begun.</summary>
    /// <exception cref="KubernetesApiException">The server refused, or didn't begin to answer within the limit.</exception>
    /// <exception cref="HttpRequestException">The server can't be reached.</exception>
    public Task<HttpResponseMessage> OpenAsync(RestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithinLimitAsync(request, limit => SendWithRetriesAsync(request, HttpCompletionOption.ResponseHeadersRead, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<T> WithinLimitAsync<T>(RestRequest request, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        if (_throttle is not null)
            await _throttle.WaitAsync(cancellationToken);
        var time = request.Timeout ?? Options.RequestTimeout;
        using var expiry = new CancellationTokenSource(time, Options.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        using var span = RequestTrace.Start(request, Server);
        try
        {
            return await send(limit.Token);
        }
        catch (OperationCanceledException e) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var late = TimedOut(request, time, e);
            span?.Fail(late);
            throw late;
        }
        catch (Exception e) when (span is not null)
        {
            span.Fail(e);
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendWithRetriesAsync(RestRequest request, HttpCompletionOption completion, CancellationToken limit)
    {
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                return await SendOnceAsync(request, completion, limit);
            }
            catch (KubernetesApiException e) when (attempt < Options.MaxRetries && e.RetryAfter is not null && RetryRules.IsSafe(request, e.Code))
            {
                pause = e.RetryAfter.Value;
            }
            catch (HttpRequestException e) when (attempt < Options.MaxRetries && RetryRules.IsSafe(request, e))
            {
                pause = RetryRules.Backoff(attempt);
            }
            await Task.Delay(pause, Options.Time, limit);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(RestRequest request, HttpCompletionOption completion, CancellationToken limit)
    {
        using var message = Message(request);
        var response = await SendAsync(message, completion, limit);
        Warn(response);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(limit);
            throw StatusReasons.Create((int)response.StatusCode, body, RetryAfter(response), request.ToString());
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, HttpCompletionOption completion, CancellationToken limit)
    {
        try
        {
            var response = await _http.SendAsync(message, completion, limit);
            Options.Answered?.Invoke(message.Method, response.StatusCode);
            return response;
        }
        catch (HttpRequestException)
        {
            Options.Answered?.Invoke(message.Method, null);
            throw;
        }
        // What .NET throws when making a connection takes longer than it may; nobody has cancelled anything.
        catch (OperationCanceledException e) when (!limit.IsCancellationRequested)
        {
            Options.Answered?.Invoke(message.Method, null);
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"No connection to {Server} could be made in time.", e.InnerException ?? e);
        }
    }

    private void Warn(HttpResponseMessage response)
    {
        if (Options.Warned is not { } warned || !response.Headers.Contains("Warning"))
            return;
        foreach (var warning in response.Headers.Warning)
        {
            if (_warnings.Count < MaxWarnings && _warnings.TryAdd(warning.Text, true))
                warned(Unquoted(warning.Text));
        }
    }

    private static string Unquoted(string text) => text is ['"', .. var inner, '"']
        ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : text;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - Options.Time.GetUtcNow(),
        _ => null,
    };

    private HttpRequestMessage Message(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Path.TrimStart('/'))
        {
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
        };
        _impersonation?.Apply(message);
        if (request.Accept is { } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }
        return message;
    }

    private static KubernetesApiException TimedOut(RestRequest request, TimeSpan time, Exception cause) => new(new k8s.Models.V1Status
    {
        Reason = nameof(StatusReason.Timeout),
        Message = $"no answer within {time.TotalSeconds:0} s",
    }, request.ToString(), cause);
}

using System.Net;
using System.Text.Json;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Rest;

/// <summary>How requests are made, whatever cluster they go to.</summary>
public sealed record RestClientOptions
{
    /// <summary>How long one request may take from first byte to last; watches are not cut by it.</summary>
    /// <value>Default: 60 s.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After how much silence the server is asked whether it is still there (HTTP/2's ping; TCP's keep-alive under HTTP/1.1).</summary>
    /// <value>Default: 15 s. At least 1 s.</value>
    public TimeSpan PingDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long it may take to answer before the connection is taken for dead and its requests fail.</summary>
    /// <value>Default: 10 s. At least 1 s.</value>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a request is sent again that surely did nothing: one that the server put off (429, or, of reads, 5xx, with Retry-After), and a read whose connection broke.</summary>
    /// <value>Default: 5.</value>
    public int MaxRetries { get; init; } = 5;

    /// <summary>How many requests a second the client sends at most, watches counted as they begin; those above it wait.</summary>
    /// <value>Default: null, for no limit: the server has its own, and says how long to wait.</value>
    public double? QueriesPerSecond { get; init; }

    /// <summary>How many requests go out at once before <see cref="QueriesPerSecond"/> holds them back.</summary>
    /// <value>Default: 10.</value>
    public int Burst { get; init; } = 10;

    /// <summary>In whose name requests are made; needs the right to impersonate.</summary>
    /// <value>Default: null, for what the kubeconfig says.</value>
    public Impersonation? Impersonate { get; init; }

    /// <summary>Is told each warning of the server (a deprecated version, an unknown field) once.</summary>
    /// <value>Default: null, for nobody. The manager logs them.</value>
    public Action<string>? Warned { get; init; }

    /// <summary>Is told of each answer: the verb, and the status code; null when there was no answer.</summary>
    /// <value>Default: null, for nobody. The manager counts them.</value>
    public Action<HttpMethod, HttpStatusCode?>? Answered { get; init; }

    /// <summary>What the client calls itself.</summary>
    /// <value>Default: the entry assembly's name and version.</value>
    public string UserAgent { get; init; } = Rest.UserAgent.Default;

    /// <summary>How objects are read and written.</summary>
    /// <value>Default: null, for <see cref="ObjectJson.Options"/>: so a program that reads no objects as classes carries none of the models.</value>
    public JsonSerializerOptions? Json { get; init; }

    /// <summary>The clock of retries and timeouts.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

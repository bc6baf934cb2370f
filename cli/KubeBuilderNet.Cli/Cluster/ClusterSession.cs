using System.Text.Json.Nodes;
using k8s;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Cluster;

/// <summary>A cluster as commands use it: each step has its time, and what goes wrong is said in one line.</summary>
internal sealed class ClusterSession : IDisposable
{
    private const string FieldManager = "kbnet";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly Deadline _deadline;
    private readonly RestClient _rest;
    private readonly ManifestClient _manifests;
    private readonly RestMapper _mapper;

    /// <param name="configuration">Which cluster, and who asks.</param>
    /// <param name="timeout">The time that one step may take.</param>
    public ClusterSession(KubernetesClientConfiguration configuration, TimeSpan timeout)
    {
        _deadline = new Deadline(configuration.Host, timeout);
        _rest = new RestClient(configuration);
        _mapper = new RestMapper(_rest);
        _manifests = new ManifestClient(_rest, _mapper);
    }

    public TimeSpan Timeout => _deadline.Timeout;

    /// <summary>Applies an object with server-side apply, taking over its fields.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="place">What an error calls it: its file, or its name.</param>
    /// <param name="isDryRun">Whether the server only checks it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ScaffoldException">The server refuses the object.</exception>
    public async Task<JsonObject> ApplyAsync(JsonObject manifest, string place, bool isDryRun, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ApplyOptions { FieldManager = FieldManager, Force = true, DryRun = isDryRun };
            return await _deadline.RunAsync(token => _manifests.ApplyAsync(manifest, options, token), cancellationToken);
        }
        catch (KubernetesApiException e) when (e.Reason is StatusReason.Invalid or StatusReason.BadRequest)
        {
            throw new ScaffoldException($"{place}: the cluster refuses it: {e.Status.Message}", e);
        }
    }

    /// <summary>The object of a manifest as the cluster has it; null when it has none.</summary>
    public Task<JsonObject?> FindAsync(JsonObject manifest, CancellationToken cancellationToken) =>
        _deadline.RunAsync(token => _manifests.FindAsync(manifest, token), cancellationToken);

    /// <summary>The resource of a kind.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the cluster doesn't serve it.</exception>
    public Task<ResourceDefinition> DefinitionOfAsync(string apiVersion, string kind, CancellationToken cancellationToken) =>
        _deadline.RunAsync(token => _mapper.FindAsync(GroupVersionKind.Parse(apiVersion, kind), token), cancellationToken);

    /// <summary>What a path of the API answers.</summary>
    /// <exception cref="KubernetesApiException">The server refuses.</exception>
    public Task<JsonObject> GetAsync(string path, CancellationToken cancellationToken) => _deadline.RunAsync(
        async token => JsonNode.Parse(await _rest.SendAsync(new RestRequest(HttpMethod.Get, path), token))!.AsObject(), cancellationToken);

    /// <summary>Waits until a definition's kinds are served.</summary>
    /// <exception cref="TimeoutException">With the server's reason.</exception>
    public Task WaitForEstablishedAsync(string definition, CancellationToken cancellationToken) =>
        _deadline.WaitAsync(token => _manifests.WaitForEstablishedAsync(definition, Timeout, token), cancellationToken);

    /// <summary>Deletes an object and waits until it is gone; a dry run only asks whether it could.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ScaffoldException">Finalizers keep it longer than the time that there is.</exception>
    public async Task<bool> DeleteAsync(JsonObject manifest, string name, bool isDryRun, CancellationToken cancellationToken)
    {
        var options = new DeleteOptions { DryRun = isDryRun };
        if (!await _deadline.RunAsync(token => _manifests.DeleteAsync(manifest, options, token), cancellationToken))
            return false;
        if (!isDryRun)
            await _deadline.WaitAsync(token => WaitUntilGoneAsync(manifest, name, token), cancellationToken);
        return true;
    }

    /// <summary>Asks until something is so.</summary>
    /// <param name="isDone">Asks once.</param>
    /// <param name="message">Makes the error when it isn't so in time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ScaffoldException">The message.</exception>
    public async Task WaitAsync(Func<CancellationToken, Task<bool>> isDone, Func<CancellationToken, Task<string>> message, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isDone(cancellationToken))
        {
            if (TimeProvider.System.GetElapsedTime(started) > Timeout)
                throw new ScaffoldException(await message(cancellationToken));
            await Task.Delay(Poll, cancellationToken);
        }
    }

    public void Dispose() => _rest.Dispose();

    private Task WaitUntilGoneAsync(JsonObject manifest, string name, CancellationToken cancellationToken) => WaitAsync(
        async token => await _manifests.FindAsync(manifest, token) is null,
        _ => Task.FromResult(
            $"{name} is not gone after {Timeout.TotalSeconds:0} s: {WhatKeeps((string?)manifest["kind"])}. "
            + "Run the operator until they are gone, or take the finalizers off by hand"),
        cancellationToken);

    private static string WhatKeeps(string? kind) => kind is "CustomResourceDefinition" or "Namespace"
        ? "its objects have finalizers that nobody takes off"
        : "it has finalizers that nobody takes off";
}

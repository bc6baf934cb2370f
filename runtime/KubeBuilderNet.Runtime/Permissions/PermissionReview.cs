using System.Collections.Concurrent;
using System.Net;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Managing;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Permissions;

/// <summary>Asks the API server (SelfSubjectAccessReview) whether the operator may do all that it needs, and says in one message what it may not.</summary>
internal sealed class PermissionReview(IClient client, IReadOnlyList<PermissionQuestion> questions, PermissionCheck check, TimeProvider time, ILogger log)
{
    private const int AtOnce = 4;

    // With the waits between them, half a minute.
    private const int Attempts = 6;
    private static readonly string[] Nowhere = [];
    private volatile string? _missing;

    /// <summary>What is missing; null as long as nothing is known to be.</summary>
    internal string? Missing => _missing;

    /// <summary>Asks, and tells. An operator that can't ask isn't worse off than one that doesn't.</summary>
    /// <exception cref="ManagerException">Something is missing, and that is to end the program.</exception>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        if (check == PermissionCheck.Off || questions.Count == 0)
            return;
        try
        {
            _missing = PermissionText.Of(await AskAsync(cancellationToken));
        }
        catch (Exception e)
        {
            if (!cancellationToken.IsCancellationRequested)
                log.LogInformation("Whether the operator may do what its controllers need can't be checked: {Reason}", e.Message);
            return;
        }
        if (_missing is { } missing && check == PermissionCheck.Fail)
            throw new ManagerException(missing);
        if (_missing is not null)
            log.LogWarning("{Reason}", _missing);
    }

    private async Task<IReadOnlyList<PermissionQuestion>> AskAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(16), time);
        for (var left = Attempts - 1; ; left--)
        {
            try
            {
                return await MissingAsync(cancellationToken);
            }
            catch (Exception e) when (left > 0 && MayPass(e) && !cancellationToken.IsCancellationRequested)
            {
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    // A server that starts or is out of reach answers later; one that refuses the question will again.
    private static bool MayPass(Exception e) => e is not (InvalidOperationException
        or KubernetesApiException { Code: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests });

    private async Task<IReadOnlyList<PermissionQuestion>> MissingAsync(CancellationToken cancellationToken)
    {
        var mayAll = questions.Any(static question => !question.Permission.IsUrl) && await IsAllowedAsync(Permission.All, "", cancellationToken);
        var open = questions.Where(question => question.Permission.IsUrl || !mayAll).ToList();
        var refused = new ConcurrentDictionary<(Permission, string), IReadOnlyList<string>>();
        await Parallel.ForEachAsync(open.DistinctBy(KeyOf), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (question, stop) => refused[KeyOf(question)] = await RefusedAsync(question, stop));
        return [.. open.Select(question => question with { Namespaces = refused[KeyOf(question)] }).Where(static question => question.Namespaces.Count > 0)];
    }

    // Who may do it everywhere need not be asked about each namespace.
    private async Task<IReadOnlyList<string>> RefusedAsync(PermissionQuestion question, CancellationToken cancellationToken)
    {
        if (question.Namespaces.Count > 1 && await IsAllowedAsync(question.Permission, "", cancellationToken))
            return Nowhere;
        var refused = new List<string>();
        foreach (var @namespace in question.Namespaces)
        {
            if (!await IsAllowedAsync(question.Permission, @namespace, cancellationToken))
                refused.Add(@namespace);
        }
        return refused;
    }

    private async Task<bool> IsAllowedAsync(Permission permission, string @namespace, CancellationToken cancellationToken)
    {
        var review = await client.CreateAsync(permission.ToReview(@namespace), cancellationToken: cancellationToken);
        return review.Status?.Allowed ?? throw new InvalidOperationException("the server gave no answer.");
    }

    private static (Permission, string) KeyOf(PermissionQuestion question) => (question.Permission, string.Join(',', question.Namespaces));
}

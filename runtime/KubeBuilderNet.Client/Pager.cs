using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Client;

/// <summary>Reads lists page by page, wherever a page comes from.</summary>
/// <remarks>Follows client-go's <c>tools/pager</c>.</remarks>
internal static class Pager<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    internal delegate Task<ResourceList<T>> ReadPage(ListOptions? options, CancellationToken cancellationToken);

    internal static async IAsyncEnumerable<ResourceList<T>> PagesAsync(ReadPage read, ListOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        options ??= new ListOptions();
        while (true)
        {
            var page = await read(options, cancellationToken);
            yield return page;
            if (page.Continue is null)
                yield break;
            options = After(page, options);
        }
    }

    internal static async IAsyncEnumerable<T> ItemsAsync(ReadPage read, ListOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(read, options, cancellationToken))
        {
            foreach (var item in page.Items)
                yield return item;
        }
    }

    internal static async Task<ResourceList<T>> AllAsync(ReadPage read, ListOptions? options, CancellationToken cancellationToken)
    {
        options ??= new ListOptions();
        var first = await read(options, cancellationToken);
        if (first.Continue is null)
            return first;
        try
        {
            return await RestAsync(read, first, After(first, options), cancellationToken);
        }
        catch (KubernetesApiException e) when (e.IsExpired)
        {
            return await read(options with { Limit = 0 }, cancellationToken);
        }
    }

    private static async Task<ResourceList<T>> RestAsync(ReadPage read, ResourceList<T> first, ListOptions options, CancellationToken cancellationToken)
    {
        List<T> items = [.. first.Items];
        List<UnreadableObject> unreadable = [.. first.Unreadable];
        var last = first;
        await foreach (var page in PagesAsync(read, options, cancellationToken))
        {
            items.AddRange(page.Items);
            unreadable.AddRange(page.Unreadable);
            last = page;
        }
        return last with { Items = items, Unreadable = unreadable };
    }

    // The server refuses a resource version beside a token: the token has it.
    private static ListOptions After(ResourceList<T> page, ListOptions options) =>
        options with { Continue = page.Continue, ResourceVersion = null, ResourceVersionMatch = null };
}

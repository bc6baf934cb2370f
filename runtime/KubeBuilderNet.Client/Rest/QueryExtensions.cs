using System.Globalization;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Options as the API server's query parameters.</summary>
internal static class QueryExtensions
{
    internal static ResourcePath With(this ResourcePath path, WriteOptions? options) => path
        .With("dryRun", options is { DryRun: true } ? "All" : null)
        .With("fieldManager", options?.FieldManager)
        .With("fieldValidation", options?.FieldValidation);

    internal static ResourcePath With(this ResourcePath path, PatchOptions? options) => path
        .With("dryRun", options is { DryRun: true } ? "All" : null)
        .With("fieldManager", options?.FieldManager)
        .With("fieldValidation", options?.FieldValidation)
        .With("force", options is { Force: true });

    internal static ResourcePath With(this ResourcePath path, ListOptions options) => path
        .With("labelSelector", options.LabelSelector)
        .With("fieldSelector", options.FieldSelector)
        .With("limit", options.Limit > 0 ? options.Limit.ToString(CultureInfo.InvariantCulture) : null)
        .With("continue", options.Continue)
        .With("resourceVersion", options.ResourceVersion)
        .With("resourceVersionMatch", options.ResourceVersionMatch)
        .With("timeoutSeconds", Seconds(options.Timeout));

    internal static ResourcePath With(this ResourcePath path, WatchOptions options) => path
        .With("watch", true)
        .With("allowWatchBookmarks", options.AllowBookmarks)
        .With("labelSelector", options.LabelSelector)
        .With("fieldSelector", options.FieldSelector)
        .With("resourceVersion", options.ResourceVersion)
        .With("sendInitialEvents", options.SendInitialEvents)
        .With("resourceVersionMatch", options.SendInitialEvents ? "NotOlderThan" : null)
        .With("timeoutSeconds", Seconds(options.Timeout));

    private static string? Seconds(TimeSpan? time) => time is { } limit ? ((int)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
}

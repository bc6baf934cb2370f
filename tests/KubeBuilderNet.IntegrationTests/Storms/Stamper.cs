using System.Collections.Concurrent;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.IntegrationTests.Storms;

/// <summary>What the reconciles of a test came to.</summary>
internal sealed class Tally
{
    private int _reconciles;

    internal int Reconciles => Volatile.Read(ref _reconciles);

    /// <summary>The state from which a write was made that came too late.</summary>
    internal ConcurrentQueue<(string Name, string Version)> Conflicts { get; } = [];

    internal void Count() => Interlocked.Increment(ref _reconciles);
}

/// <summary>Writes a Widget's size into its annotations by an update, and into its status by a patch; both name the version that was read.</summary>
internal sealed class Stamper(ILister<Widget> widgets, IClient client, Tally tally) : IReconciler<Widget>
{
    internal const string Annotation = "tests.baihl.io/size";

    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        tally.Count();
        if (widgets.Find(request.Key) is not { } widget)
            return ReconcileResult.Done;
        try
        {
            if (!IsStamped(widget))
                widget = await client.UpdateAsync(Stamped(widget), cancellationToken: cancellationToken);
            if (!HasReported(widget))
                await client.PatchStatusAsync(widget, Reported(widget), cancellationToken);
        }
        catch (KubernetesApiException e) when (e.IsConflict)
        {
            tally.Conflicts.Enqueue((request.Name, widget.Metadata.ResourceVersion));
            throw;
        }
        return ReconcileResult.Done;
    }

    internal static bool IsStamped(Widget widget) => widget.Metadata.Annotations?.TryGetValue(Annotation, out var size) == true && size == widget.Spec.Size;

    internal static bool HasReported(Widget widget) => widget.Status?.Phase == widget.Spec.Size;

    private static Widget Stamped(Widget widget) => new()
    {
        Metadata = widget.Metadata with { Annotations = new Dictionary<string, string>(widget.Metadata.Annotations ?? new Dictionary<string, string>()) { [Annotation] = widget.Spec.Size } },
        Spec = widget.Spec,
    };

    private static Widget Reported(Widget widget) => new() { Metadata = widget.Metadata, Spec = widget.Spec, Status = new WidgetStatus { Phase = widget.Spec.Size } };
}

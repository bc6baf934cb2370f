using k8s.Models;

namespace KubeBuilderNet.Conditions;

/// <summary>Keeps a status's list of conditions. Follows <c>k8s.io/apimachinery/pkg/api/meta</c>.</summary>
public static class ConditionExtensions
{
    /// <summary>Sets one condition. Its transition time changes only when its status does. Follows <c>SetStatusCondition</c>.</summary>
    /// <param name="conditions">The status's list.</param>
    /// <param name="condition">Type, status, reason, message and observed generation; its own transition time counts when set.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool SetStatusCondition(this IList<V1Condition> conditions, V1Condition condition, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(condition);
        var existing = conditions.FindStatusCondition(condition.Type);
        if (existing is null)
        {
            conditions.Add(condition with { LastTransitionTime = TransitionTime(condition, time) });
            return true;
        }
        var isTransition = existing.Status != condition.Status;
        var changed = isTransition || existing.Reason != condition.Reason || existing.Message != condition.Message ||
            existing.ObservedGeneration != condition.ObservedGeneration;
        if (changed)
        {
            conditions[conditions.IndexOf(existing)] = condition with
            {
                LastTransitionTime = isTransition ? TransitionTime(condition, time) : existing.LastTransitionTime,
            };
        }
        return changed;
    }

    /// <summary>The condition of a type, or null.</summary>
    public static V1Condition? FindStatusCondition(this IEnumerable<V1Condition> conditions, string type) =>
        conditions.FirstOrDefault(condition => condition.Type == type);

    /// <summary>Whether the condition of a type is there and <c>True</c>.</summary>
    public static bool IsStatusConditionTrue(this IEnumerable<V1Condition> conditions, string type) =>
        conditions.FindStatusCondition(type) is { Status: "True" };

    /// <summary>Takes the condition of a type out; false when there is none.</summary>
    public static bool RemoveStatusCondition(this IList<V1Condition> conditions, string type)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return conditions.FindStatusCondition(type) is { } existing && conditions.Remove(existing);
    }

    // Kubernetes keeps whole seconds here: a fraction would make what was stored differ from what was sent.
    private static DateTime TransitionTime(V1Condition condition, TimeProvider? time)
    {
        if (condition.LastTransitionTime != default)
            return condition.LastTransitionTime;
        var now = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }
}

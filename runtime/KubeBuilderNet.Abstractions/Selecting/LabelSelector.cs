using k8s.Models;

namespace KubeBuilderNet.Selecting;

/// <summary>Says which labels an object must have.</summary>
/// <remarks>Follows Kubernetes' labels and selectors page, and <c>labels.Selector</c>: <c>a=b</c>, <c>a!=b</c>, <c>a in (b,c)</c>, <c>a notin (b,c)</c>, <c>a</c>, <c>!a</c>, with commas.</remarks>
public sealed class LabelSelector
{
    private readonly IReadOnlyList<LabelRequirement> _requirements;

    private LabelSelector(IReadOnlyList<LabelRequirement> requirements) => _requirements = requirements;

    /// <summary>Matches every object.</summary>
    public static LabelSelector Everything { get; } = new([]);

    /// <summary>Reads a selector as <c>kubectl -l</c> takes it.</summary>
    /// <exception cref="FormatException">It is none; the message says where.</exception>
    public static LabelSelector Parse(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new LabelSelector(new LabelSelectorParser(selector).Read());
    }

    /// <summary>The selector that an object of Kubernetes has; null matches nothing, an empty one everything.</summary>
    /// <exception cref="FormatException">An operator is none of Kubernetes'.</exception>
    public static LabelSelector Of(V1LabelSelector? selector)
    {
        if (selector is null)
            return new LabelSelector([LabelRequirement.Never]);
        var labels = (selector.MatchLabels ?? new Dictionary<string, string>()).Select(static label => LabelRequirement.In(label.Key, label.Value));
        var expressions = (selector.MatchExpressions ?? []).Select(static expression => expression.OperatorProperty switch
        {
            "In" => LabelRequirement.In(expression.Key, [.. expression.Values ?? []]),
            "NotIn" => LabelRequirement.NotIn(expression.Key, [.. expression.Values ?? []]),
            "Exists" => LabelRequirement.Exists(expression.Key),
            "DoesNotExist" => LabelRequirement.DoesNotExist(expression.Key),
            var other => throw new FormatException($"'{other}' is no operator of a label selector: In, NotIn, Exists or DoesNotExist."),
        });
        return new LabelSelector([.. labels, .. expressions]);
    }

    /// <summary>Whether an object with these labels is selected.</summary>
    /// <param name="labels">Its labels; null is none.</param>
    public bool Matches(IDictionary<string, string>? labels)
    {
        foreach (var requirement in _requirements)
        {
            string? value = null;
            labels?.TryGetValue(requirement.Key, out value);
            if (!requirement.Matches(value))
                return false;
        }
        return true;
    }

    /// <summary>The selector as <c>kubectl -l</c> takes it.</summary>
    public override string ToString() => string.Join(',', _requirements);
}

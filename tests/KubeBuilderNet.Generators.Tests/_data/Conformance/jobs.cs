namespace Conformance;

/// @
[CustomResource("testdata.kubebuilder.io", "v1beta1")]
public sealed partial class Job : CustomResource<JobSpec>;

/// @spec
public sealed record JobSpec
{
    /// @spec.count
    [Range(0, 10)]
    public required int Count { get; init; }

    /// @spec.crongJob
    public required CronJobSpec CrongJob { get; init; }

    /// @spec.friendlyName
    [MinLength(5)]
    public required string FriendlyName { get; init; }
}

public sealed record CronJobSpec
{
    [Range(-2, 2), MultipleOf(2)]
    public required int Int32WithValidations { get; init; }

    /// @spec.crongJob.twoOfAKindPart0
    [MinLength(4)]
    public required string TwoOfAKindPart0 { get; init; }
}

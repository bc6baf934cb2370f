using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.IntegrationTests.ClientSets;

/// <summary>A kind with a namespace, in one group with <see cref="Branch"/>.</summary>
[CustomResource("books.baihl.io", "v1")]
public sealed partial class Ledger : CustomResource<LedgerSpec, LedgerStatus>;

/// <summary>What is wanted.</summary>
public sealed class LedgerSpec
{
    /// <summary>Whose it is.</summary>
    public required string Branch { get; set; }
}

/// <summary>What was found.</summary>
public sealed class LedgerStatus
{
    /// <summary>Where its branch is.</summary>
    public string? City { get; set; }
}

/// <summary>A kind without a namespace.</summary>
[CustomResource("books.baihl.io", "v1", Scope = ResourceScope.Cluster)]
public sealed partial class Branch : CustomResource<BranchSpec>;

/// <summary>What is wanted.</summary>
public sealed class BranchSpec
{
    /// <summary>Where it is.</summary>
    public required string City { get; set; }
}

using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.IntegrationTests.Applying;

/// <summary>A kind that several managers apply.</summary>
[CustomResource("apply.baihl.io", "v1")]
[GenerateApplyConfiguration]
public sealed partial class Gadget : CustomResource<GadgetSpec, GadgetStatus>;

/// <summary>What is wanted.</summary>
public sealed class GadgetSpec
{
    /// <summary>How many.</summary>
    public int? Replicas { get; set; }

    /// <summary>Whether it stands still.</summary>
    public bool? Paused { get; set; }

    /// <summary>Where it listens.</summary>
    [ListType(ListType.Map, "name")]
    public IList<GadgetPort>? Ports { get; set; }

    /// <summary>Who may come.</summary>
    [ListType(ListType.Set)]
    public IList<string>? Hosts { get; set; }

    /// <summary>How it is set, as a whole.</summary>
    [MapType(MapType.Atomic)]
    public IDictionary<string, string>? Settings { get; set; }
}

/// <summary>A port.</summary>
public sealed class GadgetPort
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its number.</summary>
    public int? Number { get; set; }
}

/// <summary>What was found.</summary>
public sealed class GadgetStatus
{
    /// <summary>How many are there.</summary>
    public int? Ready { get; set; }
}

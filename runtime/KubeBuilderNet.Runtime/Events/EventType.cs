namespace KubeBuilderNet.Events;

/// <summary>Whether somebody should look at an event.</summary>
public enum EventType
{
    /// <summary>It is as it should be.</summary>
    Normal,

    /// <summary>Something needs attention.</summary>
    Warning,
}

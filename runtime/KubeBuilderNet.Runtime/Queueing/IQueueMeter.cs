namespace KubeBuilderNet.Queueing;

/// <summary>Is told what a queue measures, inside of its lock.</summary>
internal interface IQueueMeter
{
    /// <summary>How long an item waited until it was handed out.</summary>
    void Waited(TimeSpan time);

    /// <summary>How long the work on an item took.</summary>
    void Worked(TimeSpan time);
}

using CsCheck;
using KubeBuilderNet.Queueing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

public sealed class WorkQueueModelTests
{
    [Fact]
    public void The_queue_does_what_a_plain_model_does() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5]).List[0, 120].Sample(steps =>
        {
            var queue = new WorkQueue<int>();
            var model = new Model();
            foreach (var (step, item) in steps)
            {
                switch (step)
                {
                    case 0:
                        queue.Add(item);
                        model.Add(item);
                        break;
                    case 1 when model.Waiting.Count > 0:
                        var taken = queue.GetAsync();
                        Assert.True(taken.IsCompletedSuccessfully);
                        Assert.Equal(model.Get(), taken.Result.Value);
                        break;
                    case 2:
                        queue.Done(item);
                        model.Done(item);
                        break;
                }
                Assert.Equal(model.Waiting.Count, queue.Count);
            }
        }, iter: 3000);

    private sealed class Model
    {
        private readonly HashSet<int> _dirty = [];
        private readonly HashSet<int> _processing = [];

        internal List<int> Waiting { get; } = [];

        internal void Add(int item)
        {
            if (_dirty.Add(item) && !_processing.Contains(item))
                Waiting.Add(item);
        }

        internal int Get()
        {
            var item = Waiting[0];
            Waiting.RemoveAt(0);
            _processing.Add(item);
            _dirty.Remove(item);
            return item;
        }

        internal void Done(int item)
        {
            if (_processing.Remove(item) && _dirty.Contains(item))
                Waiting.Add(item);
        }
    }
}

using CsCheck;
using KubeBuilderNet.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

/// <summary>The priority queue beside a plain model that keeps lists and searches them.</summary>
public sealed class PriorityQueueModelTests
{
    private enum Step
    {
        Add,
        AddAfter,
        AddRateLimited,
        Forget,
        Get,
        Done,
        Advance,
    }

    [Fact]
    public void The_queue_does_what_a_plain_model_does() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 5], Gen.Int[-12, 12], Gen.Int[0, 4]).List[0, 150].Sample(steps =>
        {
            var time = new SteadyTime();
            using var queue = new PriorityQueue<int>(new ExponentialRateLimiter<int>(TimeSpan.FromMilliseconds(1)), time);
            var model = new Model();
            foreach (var (step, item, priority, milliseconds) in steps)
                Do(step, item, priority, milliseconds, queue, model, time);
        }, iter: 3000);

    private static void Do(Step step, int item, int priority, int milliseconds, PriorityQueue<int> queue, Model model, FakeTimeProvider time)
    {
        switch (step)
        {
            case Step.Add:
                queue.Add(item, new AddOptions { Priority = priority });
                model.Add(item, 0, priority);
                break;
            case Step.AddAfter:
                queue.Add(item, new AddOptions { Priority = priority, After = TimeSpan.FromMilliseconds(milliseconds) });
                model.Add(item, milliseconds, priority);
                break;
            case Step.AddRateLimited:
                queue.Add(item, new AddOptions { Priority = priority, After = TimeSpan.FromMilliseconds(milliseconds), RateLimited = true });
                model.AddRateLimited(item, milliseconds, priority);
                break;
            case Step.Forget:
                queue.Forget(item);
                model.Failures.Remove(item);
                break;
            case Step.Get when model.Waiting.Count > 0:
                var taken = queue.GetAsync().AsTask();
                Assert.True(taken.IsCompletedSuccessfully);
                var expected = model.Get();
                Assert.Equal((expected.Item, expected.Priority), (taken.Result.Value, taken.Result.Priority));
                break;
            case Step.Done:
                queue.Done(item);
                model.Done(item);
                break;
            case Step.Advance:
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                model.Advance(milliseconds);
                break;
        }
        Assert.Equal(model.Waiting.Count, queue.Count);
        Assert.Equal(model.Failures.GetValueOrDefault(item), queue.NumRequeues(item));
        Assert.Equal(model.Waiting.Count, queue.Depths().Sum(depth => depth.Count));
    }

    private sealed class Model
    {
        private readonly Dictionary<int, int> _again = [];
        private readonly HashSet<int> _processing = [];
        private readonly List<(int Item, long Due, int Order, int Priority)> _later = [];
        private long _now;
        private int _order;

        internal List<(int Item, int Priority, int Order)> Waiting { get; } = [];

        internal Dictionary<int, int> Failures { get; } = [];

        internal void Add(int item, int wait, int priority)
        {
            if (TryRaise(item, priority))
            {
                if (wait == 0)
                    _later.RemoveAll(later => later.Item == item);
                return;
            }
            var later = _later.FindIndex(later => later.Item == item);
            if (later >= 0)
                priority = Math.Max(priority, _later[later].Priority);
            if (wait == 0)
            {
                _later.RemoveAll(later => later.Item == item);
                Enqueue(item, priority);
            }
            else if (later < 0)
                _later.Add((item, _now + wait, _order++, priority));
            else if (_later[later].Due <= _now + wait)
                _later[later] = _later[later] with { Priority = priority };
            else
                _later[later] = (item, _now + wait, _order++, priority);
        }

        internal void AddRateLimited(int item, int wait, int priority)
        {
            var failures = Failures[item] = Failures.GetValueOrDefault(item) + 1;
            var limited = Math.Min(1_000_000, 1L << (failures - 1));
            Add(item, (int)(wait == 0 ? limited : Math.Min(wait, limited)), priority);
        }

        internal (int Item, int Priority, int Order) Get()
        {
            var first = Waiting.OrderByDescending(waiting => waiting.Priority).ThenBy(waiting => waiting.Order).First();
            Waiting.Remove(first);
            _processing.Add(first.Item);
            return first;
        }

        internal void Done(int item)
        {
            if (_processing.Remove(item) && _again.Remove(item, out var priority))
                Enqueue(item, priority);
        }

        internal void Advance(int milliseconds)
        {
            _now += milliseconds;
            foreach (var (item, due, order, priority) in _later.Where(later => later.Due <= _now).OrderBy(later => later.Due).ThenBy(later => later.Order).ToList())
            {
                _later.Remove((item, due, order, priority));
                if (!TryRaise(item, priority))
                    Enqueue(item, priority);
            }
        }

        private bool TryRaise(int item, int priority)
        {
            if (_again.TryGetValue(item, out var before))
            {
                _again[item] = Math.Max(before, priority);
                return true;
            }
            var at = Waiting.FindIndex(waiting => waiting.Item == item);
            if (at < 0)
                return false;
            // Last among those of its new priority.
            if (priority > Waiting[at].Priority)
                Waiting[at] = (item, priority, _order++);
            return true;
        }

        private void Enqueue(int item, int priority)
        {
            if (_processing.Contains(item))
                _again[item] = priority;
            else
                Waiting.Add((item, priority, _order++));
        }
    }
}

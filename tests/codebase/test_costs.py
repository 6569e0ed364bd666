"""What messages and sessions cost does not grow unnoticed.

Where more is worth it, ``python tools/costs.py --write`` makes it the new measure.
"""

from support.tree import load


costs = load("tools/costs.py")


def test_nothing_costs_more_than_its_ceiling():
    counts, table = costs.costs(), costs.stored()
    assert counts.keys() == table.keys()
    too_much = {
        name: f"{count}, at most {table[name]['ceiling']}"
        for name, count in counts.items()
        if count > table[name]["ceiling"]
    }
    assert not too_much


def test_the_ceilings_are_a_tenth_above_what_was_counted():
    for name, known in costs.stored().items():
        assert known["ceiling"] == costs.ceiling(known["counted"]), name


def test_a_transaction_is_encoded_once_however_many_watch():
    many = costs.broadcast(20)
    assert many["encode_change"] == many["pack"] == many["Encoded.__init__"] == 1


def test_a_transaction_is_one_message_for_each_watcher():
    stage = costs.Stage(3)
    slider, text = stage.find(costs.Slider, title="phase"), stage.find(costs.TextInput)

    def change() -> None:
        slider.value, text.value = 1.5, "new"

    stage.tick(change)
    assert [len(stage.sent(peer)) for peer in stage.peers] == [1, 1, 1]


def test_the_same_is_counted_again():
    assert costs.broadcast(5) == costs.broadcast(5)

package dev.slguard.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void what_crosses_to_another_routine_is_the_value_without_its_test() {
    Facts facts = Facts.NONE.plus(Facts.ofValue(7), 1);
    Value tested = Value.PLAIN.numbered(3).tested(new dev.slguard.code.flow.Test(facts, Facts.NONE));

    Value crossed = tested.mapped(UnaryOperator.identity(), UnaryOperator.identity());

    assertThat(tested).isNotEqualTo(Value.PLAIN);
    assertThat(crossed).isEqualTo(Value.PLAIN).hasSameHashCodeAs(Value.PLAIN);
    assertThat(crossed.number()).isZero();
  }

  @Test
  void a_value_or_itself_is_itself() {
    Facts facts = Facts.NONE.plus(Facts.ofValue(7), 1);
    Value tested = Value.truth(true).tested(new dev.slguard.code.flow.Test(facts, Facts.NEVER));

    assertThat(tested.or(Value.truth(true).tested(new dev.slguard.code.flow.Test(facts, Facts.NEVER))))
        .isEqualTo(tested);
  }
}

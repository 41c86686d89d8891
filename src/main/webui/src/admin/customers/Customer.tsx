import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import BlockCustomer from '../../tickets/BlockCustomer';
import { CustomerHistory } from '../../tickets/customer/CustomerHistory';
import { RecordForm } from '../../tickets/customer/RecordForm';
import { customerQuery } from '../../tickets/queries';
import { PageSection } from '../../ui/PageSection';
import { GroupChoice } from '../core/choices';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { Erase, Erasure } from './Erase';
import { ExternalId } from './ExternalId';
import { Merge, MergedInto, Merges } from './Merge';
import { OrderList } from './Orders';
import './words';

export function Customer() {
  const { t } = useTranslation(['admin-customers', 'admin', 'common', 'customer']);
  const id = Number(useParams({ strict: false }).id);
  const customer = useQuery(customerQuery(id));
  return (
    <SectionDetail
      section="customers"
      query={customer}
      head={(own) =>
        own.erasedAt
          ? { title: t('erasedCustomer', { number: id }) }
          : {
              title: own.name,
              mark: (
                <Badge variant="default" tt="none">
                  {t(own.signIn ? 'canSignIn' : 'cannotSignIn')}
                </Badge>
              ),
              actions: own.joinedTo ? undefined : (
                <>
                  <Merge customer={own} />
                  <Erase customer={own} />
                  <SectionDelete
                    section="customers"
                    name={own.name}
                    text={t('deleteCustomer')}
                    queryKey={customerQuery(id).queryKey}
                    changes={keys.customers.list()}
                    remove={() =>
                      data(
                        api.DELETE('/api/v1/customers/{id}', {
                          params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                        }),
                      )
                    }
                  />
                </>
              ),
            }
      }
    >
      {(own) => (
        <>
          {!own.erasedAt && !own.joinedTo && <BlockCustomer id={id} name={own.name} />}
          {own.erasedAt ? (
            <Erasure customerId={id} />
          ) : own.joinedTo ? (
            <MergedInto customerId={own.joinedTo} />
          ) : (
            <RecordForm
              customer={own}
              more={({ getInputProps }) => (
                <GroupChoice label={t('groupId')} allowDeselect={false} {...getInputProps('groupId')} />
              )}
            />
          )}
          {!own.erasedAt && !own.joinedTo && <ExternalId customer={own} />}
          <Merges customerId={id} />
          <PageSection title={t('customer:history')}>
            <CustomerHistory customerId={id} />
          </PageSection>
          <PageSection title={t('orders')}>
            <OrderList customerId={id} />
          </PageSection>
        </>
      )}
    </SectionDetail>
  );
}
